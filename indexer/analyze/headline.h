// Which line of a saved article is its headline, and which are litter of the page it came from.
#pragma once

#include <cstddef>
#include <string>

#include "common/article.h"

namespace dateline {

/// What became of the text as it was handed in.
struct HeadlineTrace {
  std::size_t moved_title = 0;  ///< bytes of a title that went before it, its line ends too
  std::size_t dropped = 0;      ///< bytes at its start, or that of both, that hold the title
};

/// Gives an article its title and takes it out of the text:
/// - without a title, the first line when it reads as a headline; a headline repeated twice is one.
///   A photo caption, an all-capitals link line, a byline, a dateline or litter is no headline.
/// - else the title is derived from the lead sentence of the first paragraph that is none of these,
///   without its dateline and cut to some 100 characters; the sentence stays in the text, and
///   `title_derived` is set.
/// - with a title, the same words again as the first line are taken out of the text.
/// - a title of more than 1,000 bytes is none, and goes before the text.
/// An article without text and title is left alone.
HeadlineTrace find_headline(Article& article);

}  // namespace dateline

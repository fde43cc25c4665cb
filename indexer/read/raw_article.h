// An article as it was read, and the step that mends it.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// Title and text are valid UTF-8 as they stood in the file: nothing is mended, so that a place in
/// them is a place there.
struct RawArticle {
  Article article;  ///< all but title and text, which are empty
  std::string title;
  std::string text;
};

/// The article with its title and text mended: the door to all that comes behind.
Article mend_article(RawArticle raw);

/// The article with its title and text as they stood.
Article unmended_article(RawArticle raw);

/// Whether nothing would be left of a text but white space when it is mended.
bool is_blank_when_mended(std::string_view text);

}  // namespace dateline

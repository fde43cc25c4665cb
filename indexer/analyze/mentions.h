// What an article names, and where: the text that is looked at for it, and what is found.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/analyze/mentioned_dates.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

/// Names and dates are looked for in `text`: title, line end and text of an article, or its text
/// alone where the title is derived from it. What is litter is blank there.
struct MentionText {
  std::string text;
  std::size_t headline_end = 0;  ///< bytes of the title with its line end
};

/// `article` is as `find_headline` left it.
MentionText text_of_mentions(const Article& article);

/// Names as they stand in the article's mention text, each fit to be a `Name`: on one line, and
/// not too long; and the acronyms it defines.
ArticleNames find_names(const MentionText& text, const Article& article,
                        const EntityTagger& tagger);

/// Dates as they stand in the article's mention text. The lines that say when it was published
/// tell of no other day, so what stands in them is left out; so are dates within one of these
/// names ("17 November Group").
std::vector<DateMention> find_dates(const MentionText& text, const Article& article,
                                    const std::vector<Mention>& names);

}  // namespace dateline

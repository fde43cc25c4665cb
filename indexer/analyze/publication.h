// What an article says of its own publication: date, outlet and author, where it says so.
#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/analyze/litter.h"

namespace dateline {

/// Fills what metadata left empty:
/// - the date, from the URL (/2023/02/06/), a dateline that has a year ("BAMAKO, Feb. 6, 2023
///   (Reuters) -"), a cue line near the top or bottom ("Published: 6 February 2023", "Updated on
///   …"; publication goes before update) or a day alone on a line between headline and story, and
///   says which it was; never from running text;
/// - the author, from a byline at the top ("By Jane Doe") or between headline and story ("Jane Doe
///   in Bamako");
/// - the outlet, from the URL's host without "www.", else the agency in the dateline.
/// The text stays as it is.
void find_publication(Article& article);

/// Where the text says when it was published: datelines at the top, cue lines wherever they stand,
/// and a day alone on a line between headline and story. Byte offsets in the text, in order.
std::vector<LitterSpan> find_publication_lines(const Article& article);

}  // namespace dateline

// What the index alone cannot tell, looked up in the articles that may match: words near each other
// from their positions, words to the letter from the text itself.
#pragma once

#include <xapian.h>

#include "searcher/query/asked_words.h"

namespace dateline {

/// The articles of `candidates` that have the words as they are asked for. A place with stems takes
/// the words of these stems, in the language of the article; one with words just these, for which
/// the text is read. Every article that has what is asked for must be a candidate; it is looked at
/// once, however often the query is run. Throws Error(Damaged) where a stored text is not what was
/// written.
Xapian::Query check_words(const Xapian::Query& candidates, const AskedPlaces& places);

}  // namespace dateline

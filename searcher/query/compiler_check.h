// What the index alone cannot tell, looked up in the articles that may match: words near each other
// from their positions, words to the letter from the text itself.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/asked_words.h"

namespace dateline {

/// What may stand at one place.
struct CheckedPlace {
  Stems stems;                     ///< any word of these, in the language of the article
  std::vector<std::string> words;  ///< these to the letter; the text is read for them
  Stems stems_of_words;            ///< in all languages of the archive
};

/// The articles of `candidates` that have the words as they are asked for. Every article that has
/// them must be a candidate; it is looked at once, however often the query is run. Throws
/// Error(Damaged) where a stored text is not what was written.
Xapian::Query check_words(const Xapian::Query& candidates, const Asked<CheckedPlace>& places);

}  // namespace dateline

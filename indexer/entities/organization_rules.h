// Names of organisations by their words: "Ministry of Defence", "Acme Ltd".
#pragma once

#include <cstddef>

#include "indexer/entities/document.h"

namespace dateline {

/// The end of the organisation whose name begins at this capitalised word, told by a word such as
/// "Ministry", "Bank" or "Ltd" in it; `first` when there is none.
std::size_t end_of_organization(const Document& document, const Lexicon& lexicon,
                                std::size_t first);

/// `end`, or where a name that is known up to there goes on: "Labour Party of Ruritania".
std::size_t end_of_known(const Document& document, const Lexicon& lexicon, std::size_t end);

/// `end`, or the end of a "Ltd" or "Corp" that follows there.
std::size_t end_of_suffix(const Document& document, std::size_t end);

}  // namespace dateline

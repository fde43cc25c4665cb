// Other spellings for a query that finds nothing: "Goyta" for an archive that has "Goïta".
//
// A word that no article has, or hardly any, is looked up among the words of the archive: those
// that differ in one letter, or in two of a long word, by Damerau's count of letters more, less,
// other or swapped. The likeliest is the one in most articles, where each letter off costs as much
// as being in twenty times the articles gains. A value of a filter that no article has is looked up
// among the names of its type in the same way. Everything else of the text stays as it was typed.
// Whether a correction finds more is for the caller to try: only then is it worth offering.
#pragma once

#include <string>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/request.h"

namespace dateline {

/// More corrections are not worth trying.
inline constexpr std::size_t max_corrections = 6;

/// The text of the request with its misspellings corrected: all of them by the likeliest words,
/// then one at a time, then by less likely words. At most `max_corrections`, none twice; empty when
/// no word is in doubt or nothing is like it. The same for the same archive.
std::vector<std::string> corrections_of(ArchiveReader& archive, const SearchRequest& request);

}  // namespace dateline

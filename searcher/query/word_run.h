// A run of a query that is a word: its marks read, and what has no meaning warned of.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Where a run stands.
struct RunPlace {
  const Field* field = nullptr;  ///< whose value it is
  bool exact = false;            ///< "=" stands before it
  bool after_words = false;      ///< there are words before it in the query
  bool ends_query = false;       ///< nothing comes after it
  bool before_space = false;     ///< something does, after a space
};

struct WordRun {
  /// A Word, Wildcard, Fuzzy or Phrase, or a Filter of its field; its text is empty when there is
  /// no word in the run.
  QueryNode node;
  std::vector<QueryWarning> warnings;  ///< with offsets in the run
};

WordRun read_word_run(std::string_view run, const RunPlace& place);

/// Warns of signs and marks that stand before a word or field where they mean nothing. The "=" of
/// an exact word is no such mark.
void warn_of_marks(std::string_view marks, std::size_t at, std::vector<QueryWarning>& warnings);

/// What to write instead of an operator of other query languages, such as "W/5" or "&&"; empty when
/// the run is none.
std::string_view instead_of_operator(std::string_view run);

}  // namespace dateline

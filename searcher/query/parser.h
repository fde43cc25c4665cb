// From the text a user types to a tree. The grammar is in docs/query-language.md.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Something in the query that was not understood as written.
struct QueryWarning {
  std::size_t offset = 0;  ///< byte in the query text, to point at
  std::string message;     ///< one sentence for the user
  bool in_text = true;     ///< false: about an option beside the text, and the offset says nothing

  friend bool operator==(const QueryWarning&, const QueryWarning&) = default;
};

struct ParsedQuery {
  QueryNode tree;  ///< of kind Together at the top; without children when there is nothing to find
  std::vector<QueryWarning> warnings;  ///< in order of their offsets
};

enum class QuerySyntax {
  Query,  ///< the whole language
  Words,  ///< every character is plain text: words side by side, the parts of compounds too
};

/// Groups nested deeper are read as if their brackets were not there, so hostile input cannot
/// exhaust the stack; longer texts are cut; of more words (phrases, filters) and warnings the first
/// are kept. All with a warning.
inline constexpr std::size_t max_query_depth = 64;
inline constexpr std::size_t max_query_bytes = 1 << 16;
inline constexpr std::size_t max_query_words = 1000;
inline constexpr std::size_t max_query_warnings = 32;

/// Parses a query. Never fails: what cannot be parsed is read as plain words or left out, and
/// warned of, for a user is better served by near results than by a syntax error. Any bytes will
/// do; offsets are those of `text` as typed. Dates count back from `today`.
ParsedQuery parse_query(std::string_view text, QuerySyntax syntax, Date today);

}  // namespace dateline

// From the text of a query to tokens: words, phrases and fields already read, operators not yet.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

struct QueryToken {
  enum class Kind {
    Leaf,     ///< a word, pattern, phrase, filter or range of dates
    Nothing,  ///< quotes or brackets that hold no word
    Open,
    Close,
    And,
    Or,
    Near,
    Not,    ///< NOT
    Minus,  ///< directly before what it excludes
    Plus,   ///< directly before what it demands
  };

  Kind kind = Kind::Nothing;
  std::size_t offset = 0;
  QueryNode leaf{};          ///< of a Leaf
  std::size_t distance = 0;  ///< of a Near
};

struct QueryTokens {
  std::vector<QueryToken> tokens;
  std::vector<QueryWarning> warnings;
};

/// Reads the whole language. The text is as `mend_query` leaves it; offsets are its bytes.
QueryTokens lex_query(std::string_view text, Date today);

/// Reads plain text: every word is a Leaf, the parts of a compound too.
QueryTokens lex_words(std::string_view text);

}  // namespace dateline

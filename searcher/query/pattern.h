// What a reader should see highlighted: the words of a query as they may stand in a text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/field.h"
#include "searcher/query/words.h"

namespace dateline {

/// What may stand at one place of a pattern: a word with one of these stems, or one of these words.
struct PatternWord {
  Stems stems;
  std::vector<std::string> words;  ///< as the tokenizer writes them, and no other form of them
  /// In a pattern with a window: it stands directly after the word before it in the pattern.
  bool follows = false;

  friend bool operator==(const PatternWord&, const PatternWord&) = default;
};

/// Words that stand in a matching article one after the other, or near each other. A single word is
/// a pattern of one.
struct MatchPattern {
  std::vector<PatternWord> words;
  const Field* field = nullptr;  ///< nullptr: title and text
  std::size_t window = 0;  ///< 0: one after the other; else all within so many positions, any order

  friend bool operator==(const MatchPattern&, const MatchPattern&) = default;
};

}  // namespace dateline

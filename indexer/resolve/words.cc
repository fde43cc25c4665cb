// Counting letters.
#include "indexer/resolve/words.h"

#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

LetterCount count_letters(std::string_view word) {
  LetterCount letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_upper_case(point.value)) {
      ++letters.upper;
    } else if (is_lower_case(point.value)) {
      ++letters.lower;
    } else {
      ++letters.other;
    }
    at += point.bytes;
  }
  return letters;
}

bool is_in_capitals(const LetterCount& letters) {
  constexpr std::size_t min_capitals = 3;
  return letters.upper >= min_capitals && letters.lower == 0;
}

}  // namespace dateline

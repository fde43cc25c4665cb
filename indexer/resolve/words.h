// The words of a name and their letters.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace dateline {

/// Calls `take` with every word between spaces.
template <typename Take>
void for_each_word(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (!word.empty()) {
      take(word);
    }
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
}

struct LetterCount {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t other = 0;
};

LetterCount count_letters(std::string_view word);

/// Whether a word is written in capitals: three or more, and nothing small.
bool is_in_capitals(const LetterCount& letters);

}  // namespace dateline

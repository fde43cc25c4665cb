// The marks by which a word of a query stands for several: wildcards and "~".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

inline bool is_wildcard(char c) {
  return c == '*' || c == '?';
}

/// A run of a query, and how many letters its words may differ in.
struct MarkedWord {
  std::string_view word;                ///< without the mark
  std::optional<std::size_t> distance;  ///< nothing: no mark, and `word` is the whole run
  bool has_number = false;              ///< "~2", not "~"
};

/// The number that these digits write; of larger ones, this.
inline constexpr std::size_t max_read_number = 1000;
std::size_t read_number(std::string_view digits);

/// Reads "word~" and "word~2", with punctuation behind it or not. Before the mark must be a word.
MarkedWord read_fuzzy_mark(std::string_view run);

/// How many letters a folded word may differ in: as the mark says, at most `max_fuzzy_distance`;
/// without a number one of a short word, two of a longer.
std::size_t fuzzy_distance(const MarkedWord& marked, std::string_view word);

}  // namespace dateline

// Reads marks behind words.
#include "searcher/query/marks.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/query/shapes.h"
#include "searcher/query/word_pattern.h"
#include "searcher/query/words.h"

namespace dateline {

std::size_t read_number(std::string_view digits) {
  std::size_t number = 0;
  for (const char digit : digits) {
    number = std::min(number * 10 + static_cast<std::size_t>(digit - '0'), max_read_number);
  }
  return number;
}

MarkedWord read_fuzzy_mark(std::string_view run) {
  const std::size_t tilde = run.rfind('~');
  if (tilde == std::string_view::npos || !has_words(run.substr(0, tilde))) {
    return {run, std::nullopt, false};
  }
  const std::string_view behind = run.substr(tilde + 1);
  const std::string_view digits =
      behind.substr(0, std::min(behind.find_first_not_of(ascii_digits), behind.size()));
  if (!std::ranges::all_of(behind.substr(digits.size()), is_edge)) {
    return {run, std::nullopt, false};
  }
  return {run.substr(0, tilde), read_number(digits), !digits.empty()};
}

std::size_t fuzzy_distance(const MarkedWord& marked, std::string_view word) {
  if (marked.has_number) {
    return std::min(*marked.distance, max_fuzzy_distance);
  }
  constexpr std::size_t max_short_letters = 5;
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(
      word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  return letters <= max_short_letters ? 1 : max_fuzzy_distance;
}

}  // namespace dateline

// The two classic measures, for short words.
#include "indexer/resolve/likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace dateline {

namespace {

constexpr std::size_t longest_word = 64;

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

/// Jaro similarity: letters that match at nearly the same place, less half of those out of order.
double jaro(std::string_view a, std::string_view b) {
  const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
  std::uint64_t matched = 0;  // letters of b that are taken
  std::array<char, longest_word> from_a{};
  std::size_t matches = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + reach + 1);
    for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      if (a[i] == b[j] && (matched >> j & 1U) == 0) {
        matched |= std::uint64_t{1} << j;
        from_a.at(matches++) = a[i];
        break;
      }
    }
  }
  if (matches == 0) {
    return 0;
  }
  std::size_t misplaced = 0;
  std::size_t next = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if ((matched >> j & 1U) != 0 && from_a.at(next++) != b[j]) {
      ++misplaced;
    }
  }
  const auto m = static_cast<double>(matches);
  return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
          (m - static_cast<double>(misplaced) / 2) / m) /
         3;
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
  constexpr double prefix_weight = 0.1;
  constexpr std::size_t longest_prefix = 4;
  if (a.size() > longest_word || b.size() > longest_word || a.empty() || b.empty()) {
    return 0;
  }
  const double similarity = jaro(a, b);
  const auto prefix = static_cast<double>(std::min(common_prefix(a, b), longest_prefix));
  return similarity + prefix * prefix_weight * (1 - similarity);
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  // What both begin and end with needs no edits.
  const std::size_t prefix = common_prefix(a, b);
  a.remove_prefix(prefix);
  b.remove_prefix(prefix);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit || a.size() > longest_word || b.size() > longest_word) {
    return limit + 1;
  }
  using Row = std::array<std::uint8_t, longest_word + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  std::iota(row.begin(), row.end(), std::uint8_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last = row;
    row[0] = static_cast<std::uint8_t>(i);
    int fewest = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int edits = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      edits = std::min({edits, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        edits = std::min(edits, before_last[j - 2] + 1);
      }
      row[j] = static_cast<std::uint8_t>(edits);
      fewest = std::min(fewest, edits);
    }
    // An exchange may reach back over one row, and costs one more than what it reaches.
    if (static_cast<std::size_t>(fewest) > limit + 1) {
      return limit + 1;
    }
  }
  return std::min<std::size_t>(row[b.size()], limit + 1);
}

bool is_misspelling(std::string_view a, std::string_view b) {
  constexpr std::size_t min_bytes = 5;
  constexpr std::size_t min_bytes_for_two = 8;
  constexpr double min_similarity = 0.93;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < min_bytes || (a.back() == 'a') != (b.back() == 'a') || has_digit(a) ||
      has_digit(b)) {
    return false;
  }
  const std::size_t limit = shorter >= min_bytes_for_two ? 2 : 1;
  return edit_distance(a, b, limit) <= limit && jaro_winkler(a, b) >= min_similarity;
}

}  // namespace dateline

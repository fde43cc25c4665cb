// Whether words stand one after the other, or near each other, told from where each of them stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Positions of a word, ascending, each once.
using Positions = std::vector<std::uint32_t>;

/// A stretch of consecutive positions.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t length = 1;

  std::uint32_t end() const { return begin + length; }
  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

/// Where words stand one directly after the other, in ascending order. `words` are their numbers in
/// `positions`: a long phrase may have one many times.
std::vector<Stretch> find_phrase(std::span<const std::size_t> words,
                                 std::span<const Positions> positions);

/// What is near each other at most.
inline constexpr std::size_t max_near_words = 16;

/// Whether one stretch of each list lies within the same `window` consecutive positions, none of
/// them overlapping another. There are up to `max_near_words` lists; each is ascending. Stretches
/// of one position are dealt out in polynomial time; where many longer ones overlap, it gives up
/// after `max_near_tries`.
bool are_near(std::span<const std::vector<Stretch>> lists, std::size_t window);

/// Ways to choose longer stretches that overlap, in one window.
inline constexpr std::size_t max_near_tries = 10'000;

}  // namespace dateline

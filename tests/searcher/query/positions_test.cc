#include "searcher/query/positions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace dateline {
namespace {

using Lists = std::vector<std::vector<Stretch>>;

/// Tries every choice of one stretch from each list.
bool tries_all(const Lists& lists, std::size_t window, std::vector<Stretch>& chosen) {
  if (chosen.size() == lists.size()) {
    const std::uint32_t first = std::ranges::min(chosen, {}, &Stretch::begin).begin;
    const std::uint32_t last = std::ranges::max(chosen, {}, &Stretch::end).end();
    return last - first <= window;
  }
  return std::ranges::any_of(lists[chosen.size()], [&](const Stretch& stretch) {
    const bool is_free = std::ranges::none_of(chosen, [&](const Stretch& other) {
      return stretch.begin < other.end() && other.begin < stretch.end();
    });
    chosen.push_back(stretch);
    const bool found = is_free && tries_all(lists, window, chosen);
    chosen.pop_back();
    return found;
  });
}

TEST_CASE("a phrase stands where each of its words follows the one before") {
  const std::vector<Positions> positions = {{1, 4, 7, 8}, {2, 5, 9}};
  const auto found = [&](const std::vector<std::size_t>& words) {
    return find_phrase(words, positions);
  };
  CHECK(found({0}).size() == 4);
  CHECK(found({0, 1}) == std::vector<Stretch>{{1, 2}, {4, 2}, {8, 2}});
  CHECK(found({0, 0, 1}) == std::vector<Stretch>{{7, 3}});
  CHECK(found({1, 1}).empty());
  CHECK(found({}).empty());
}

TEST_CASE("words are near each other when each has a place of its own in a window") {
  const std::vector<Stretch> here = {{3, 1}};
  const std::vector<Stretch> there = {{3, 1}, {6, 1}};
  CHECK(are_near(Lists{here, there}, 4));
  CHECK_FALSE(are_near(Lists{here, there}, 3));
  CHECK_FALSE(are_near(Lists{here, here}, 100));
  CHECK(are_near(Lists{there, there}, 4));
  CHECK_FALSE(are_near(Lists{here, {}}, 100));
}

TEST_CASE("nearness is what trying every choice finds") {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Lists lists(random() % 4 + 2);
    for (std::vector<Stretch>& list : lists) {
      for (auto stretches = random() % 5; stretches > 0; --stretches) {
        list.push_back({static_cast<std::uint32_t>(random() % 12),
                        static_cast<std::uint32_t>(random() % 3 == 0 ? 2 : 1)});
      }
      std::ranges::sort(list);
    }
    const std::size_t window = random() % 12 + 1;
    std::vector<Stretch> chosen;
    CHECK(are_near(lists, window) == tries_all(lists, window, chosen));
  }
}

TEST_CASE("sixteen words that all stand everywhere are dealt out at once") {
  std::vector<Stretch> everywhere;
  for (std::uint32_t position = 0; position < 1000; ++position) {
    everywhere.push_back({position, 1});
  }
  CHECK(are_near(Lists(max_near_words, everywhere), max_near_words));
  CHECK_FALSE(are_near(Lists(max_near_words, everywhere), max_near_words - 1));
}

}  // namespace
}  // namespace dateline

// Ranks come as often as they should, and new ones never end.
#include "bench/growth/rank_distribution.h"

#include <doctest/doctest.h>

#include <array>
#include <unordered_set>

#include "bench/growth/random_numbers.h"

namespace dateline {

namespace {

constexpr std::array<RankShare, 3> shares{{{1, 0.1}, {10, 0.4}, {100, 0.8}}};

std::size_t count_different(const RankDistribution& ranks, std::size_t draws) {
  RandomNumbers random(1);
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t i = 0; i < draws; ++i) {
    seen.insert(ranks.rank_at(random.share()));
  }
  return seen.size();
}

}  // namespace

TEST_CASE("the shares that were given are those that are drawn") {
  const RankDistribution ranks(shares, 1);
  CHECK(ranks.rank_at(0) == 1);
  CHECK(ranks.rank_at(0.0999) == 1);
  CHECK(ranks.rank_at(0.1001) == 2);
  CHECK(ranks.rank_at(0.3999) == 10);
  CHECK(ranks.rank_at(0.4001) == 11);
  CHECK(ranks.rank_at(0.7999) == 100);
  CHECK(ranks.rank_at(0.8001) == 101);
}

TEST_CASE("beyond the last point, ranks get rarer by the power that was asked for") {
  // Of the fifth that is left, half lies beyond 200 with 1, and beyond 800 with 3.
  CHECK(RankDistribution(shares, 1).rank_at(0.9) == 201);
  CHECK(RankDistribution(shares, 3).rank_at(0.9) == 801);
  CHECK(RankDistribution(shares, 3).rank_at(0x1.fffffffffffffp-1) > 1'000'000'000);
}

TEST_CASE("the number of different ranks grows with the root of what is drawn") {
  const auto growth = [](unsigned power) {
    const RankDistribution ranks(shares, power);
    return static_cast<double>(count_different(ranks, 400'000)) /
           static_cast<double>(count_different(ranks, 100'000));
  };
  CHECK(growth(1) == doctest::Approx(2).epsilon(0.05));     // 4^(1/2)
  CHECK(growth(3) == doctest::Approx(2.83).epsilon(0.05));  // 4^(3/4)
}

}  // namespace dateline

// Medians, spreads and percentiles.
#include "bench/support/statistics.h"

#include <doctest/doctest.h>

#include <vector>

namespace dateline {

TEST_CASE("the median is the middle run, or the mean of the two in the middle") {
  struct Case {
    std::vector<double> runs;
    double median, min, max;
  };
  const std::vector<Case> cases = {
      {{}, 0, 0, 0},
      {{7}, 7, 7, 7},
      {{3, 1}, 2, 1, 3},
      {{9, 1, 2}, 2, 1, 9},
      {{4, 1, 3, 2}, 2.5, 1, 4},
  };
  for (const Case& c : cases) {
    CAPTURE(c.runs.size());
    const Spread spread = spread_of(c.runs);
    CHECK(spread.median == c.median);
    CHECK(spread.min == c.min);
    CHECK(spread.max == c.max);
  }
}

TEST_CASE("a percentile is the smallest measured value that so many do not exceed") {
  std::vector<double> hundred;
  for (int i = 100; i >= 1; --i) {
    hundred.push_back(i);
  }
  struct Case {
    std::vector<double> values;
    double percent, expected;
  };
  const std::vector<Case> cases = {
      {{}, 50, 0},       {{5}, 0, 5},          {{5}, 99, 5},        {{2, 1}, 50, 1},
      {{2, 1}, 51, 2},   {{3, 1, 2}, 0, 1},    {hundred, 50, 50},   {hundred, 90, 90},
      {hundred, 99, 99}, {hundred, 99.5, 100}, {hundred, 100, 100},
  };
  for (const Case& c : cases) {
    CAPTURE(c.values.size());
    CAPTURE(c.percent);
    CHECK(percentile(c.values, c.percent) == c.expected);
  }
}

TEST_CASE("the mean of nothing is 0") {
  CHECK(mean({}) == 0);
  CHECK(mean(std::vector<double>{1, 2, 6}) == 3);
}

}  // namespace dateline

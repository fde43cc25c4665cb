#include "searcher/match/significance.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>

namespace dateline {

namespace {

struct Table {
  std::size_t together;
  std::size_t with;
  std::size_t of_value;
  std::size_t all;
  double significance;
};

void check_all(std::initializer_list<Table> tables) {
  for (const Table& table : tables) {
    CAPTURE(table.together);
    CAPTURE(table.with);
    CAPTURE(table.of_value);
    CAPTURE(table.all);
    CHECK(significance(table.together, table.with, table.of_value, table.all) ==
          doctest::Approx(table.significance).epsilon(1e-6));
  }
}

}  // namespace

TEST_CASE("significance is the log-likelihood ratio of the table") {
  check_all({
      // Reckoned by hand: 2 (10 ln 10 + 90 ln 1) for what is always together, and so on.
      {10, 10, 10, 100, 65.016594},
      {1, 1, 1, 4, 4.498681},
      {5, 10, 20, 100, 5.116524},
  });
}

TEST_CASE("what stands together no more often than by chance is not significant") {
  check_all({
      {0, 10, 10, 100, 0},
      {1, 10, 10, 100, 0},
      {2, 50, 50, 100, 0},
      {100, 100, 100, 100, 0},
      {10, 100, 10, 100, 0},
      {0, 0, 0, 0, 0},
  });
}

TEST_CASE("more articles together are more significant") {
  double last = 0;
  for (std::size_t together = 2; together <= 10; ++together) {
    const double now = significance(together, 10, 10, 100);
    CAPTURE(together);
    CHECK(now > last);
    last = now;
  }
}

}  // namespace dateline

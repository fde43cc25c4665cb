#include "indexer/entities/score_pool.h"

#include <doctest/doctest.h>

#include "tests/indexer/entities/random_model.h"

namespace dateline {
namespace {

TEST_CASE("rows are summed once, and their sum is known by its number") {
  const NameModel model = random_model(7);
  ScorePool pool(model);
  int asked = 0;
  const auto add_rows = [&](std::vector<Row>& rows) {
    ++asked;
    rows.insert(rows.end(), {3, 5, 5});
  };
  Scores expected{};
  for (const Row row : {3U, 5U, 5U}) {
    model.add(row, expected);
  }
  std::uint32_t number = 0;
  CHECK(pool.sum(number, add_rows) == expected);
  CHECK(number != 0);
  std::uint32_t other = 0;
  CHECK(pool.sum(other, [](std::vector<Row>&) {}) == Scores{});
  CHECK(other != number);
  CHECK(pool.sum(number, add_rows) == expected);
  CHECK(asked == 1);
  pool.clear();
  number = 0;
  CHECK(pool.sum(number, add_rows) == expected);
  CHECK(asked == 2);
}

}  // namespace
}  // namespace dateline

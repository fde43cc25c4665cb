// Folds of topics.
#include "bench/relevance_bench.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_CASE("a scheme is chosen on the other topics, and measured on those held out") {
  // Each is the best by far on one topic, which is held out when the choice would count it.
  const std::vector<RankedScheme> schemes{
      {"even", {0.5, 0.5, 0.5, 0.5}}, {"first", {0.9, 0.4, 0.4, 0.4}}, {"none", {0, 0, 0, 0}}};
  const std::vector<HeldOutFold> folds = hold_out(schemes, 2);
  REQUIRE(folds.size() == 2);
  CHECK(folds[0].chosen == "even");  // held out are topics 0 and 2
  CHECK(folds[0].value == 0.5);
  CHECK(folds[0].topics == 2);
  CHECK(folds[1].chosen == "first");  // held out are topics 1 and 3
  CHECK(folds[1].value == doctest::Approx(0.4));
  CHECK(held_out_mean(folds) == doctest::Approx(0.45));
}

TEST_CASE("folds may be uneven, and more than there are topics") {
  const std::vector<RankedScheme> schemes{{"a", {1, 0, 1}}};
  const std::vector<HeldOutFold> uneven = hold_out(schemes, 2);
  REQUIRE(uneven.size() == 2);
  CHECK(uneven[0].topics == 2);
  CHECK(uneven[1].topics == 1);
  CHECK(held_out_mean(uneven) == doctest::Approx(2.0 / 3));
  CHECK(hold_out(schemes, 5).size() == 3);
}

}  // namespace dateline

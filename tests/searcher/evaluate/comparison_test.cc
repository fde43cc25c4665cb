#include "searcher/evaluate/comparison.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/searcher/evaluate/scored.h"

namespace dateline {

namespace {

using test::measures_of;

/// Eight topics with one relevant document.
Qrels eight_topics() {
  std::string text;
  for (int topic = 1; topic <= 8; ++topic) {
    text += std::to_string(topic) + " 0 yes 1\n";
  }
  return test::qrels_of(text);
}

/// A run with the relevant document at these ranks; 0 for a topic without results.
RetrievalRun run_with(const std::vector<int>& ranks) {
  std::string text;
  for (std::size_t topic = 0; topic < ranks.size(); ++topic) {
    for (int rank = 1; rank <= ranks[topic]; ++rank) {
      text += std::to_string(topic + 1) + " Q0 " +
              (rank == ranks[topic] ? "yes" : "no" + std::to_string(rank)) + " 0 " +
              std::to_string(-rank) + " t\n";
    }
  }
  return test::run_of(text);
}

std::vector<RunEvaluation> evaluations(const std::vector<std::vector<int>>& runs,
                                       const std::vector<Measure>& measures) {
  const Qrels qrels = eight_topics();
  std::vector<RunEvaluation> evaluated;
  evaluated.reserve(runs.size());
  for (const std::vector<int>& ranks : runs) {
    evaluated.push_back(evaluate(run_with(ranks), qrels, measures, {}));
  }
  return evaluated;
}

}  // namespace

TEST_CASE("runs are compared with the first, topic by topic") {
  const std::vector<Measure> measures = measures_of({"num_ret", "recip_rank", "gm_map"});
  const std::vector<RunComparison> comparisons = compare_runs(
      evaluations({{2, 2, 2, 2, 2, 2, 2, 1}, {1, 1, 1, 2, 1, 1, 4, 2}}, measures), measures, {});
  // Counts and geometric means have no pairs to compare.
  REQUIRE(comparisons.size() == 1);
  const RunComparison& comparison = comparisons.front();
  CHECK(comparison.run == 1);
  CHECK(comparison.measure == 1);
  CHECK(comparison.topics == 8);
  CHECK(comparison.t.mean == doctest::Approx((5 * 0.5 - 0.25 - 0.5) / 8));
  CHECK(comparison.wins == 5);
  CHECK(comparison.ties == 1);
  CHECK(comparison.losses == 2);
  REQUIRE(comparison.won.size() == 3);
  CHECK(comparison.won[0].topic == "1");
  REQUIRE(comparison.lost.size() == 2);
  CHECK(comparison.lost[0].topic == "8");
  CHECK(comparison.lost[0].difference == -0.5);
}

TEST_CASE("p-values of one measure are corrected for the number of runs") {
  const std::vector<Measure> measures = measures_of({"recip_rank"});
  const std::vector<RunComparison> comparisons = compare_runs(
      evaluations({{2, 2, 2, 2, 2, 2, 2, 2}, {1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 4}},
                  measures),
      measures, {});
  REQUIRE(comparisons.size() == 2);
  CHECK(comparisons[0].randomisation.p == 2. / 256);
  CHECK(comparisons[0].randomisation_p_holm == 4. / 256);
  // The only one with a spread is the only one of its kind.
  CHECK(!comparisons[0].t.p);
  CHECK(!comparisons[0].t_p_holm);
  CHECK(comparisons[1].t_p_holm == comparisons[1].t.p);
}

TEST_CASE("topics without results count as 0, or not at all") {
  const std::vector<Measure> measures = measures_of({"recip_rank"});
  const std::vector<RunEvaluation> runs =
      evaluations({{1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 0, 0}}, measures);
  ComparisonRules rules;
  CHECK(compare_runs(runs, measures, rules).front().t.mean == -0.25);
  rules.common_topics_only = true;
  CHECK(compare_runs(runs, measures, rules).front().t.mean == 0);
  CHECK(compare_runs(runs, measures, rules).front().topics == 6);
}

TEST_CASE("one run is compared with nothing") {
  const std::vector<Measure> measures = measures_of({"map"});
  CHECK(compare_runs(evaluations({{1}}, measures), measures, {}).empty());
}

}  // namespace dateline

#include "searcher/evaluate/evaluation.h"

#include <cmath>

#include <doctest/doctest.h>

#include "tests/searcher/evaluate/scored.h"

namespace dateline {

namespace {

using test::measures_of;

// Topic 1 scores 1, topic 2 scores 1/2, topic 3 is not in the run, topic 9 is not judged.
const Qrels qrels = test::qrels_of("1 0 a 1\n2 0 a 2\n2 0 b 0\n3 0 a 1\n3 0 b 2\n");
const RetrievalRun run = test::run_of("1 Q0 a 1 9 t\n2 Q0 b 1 9 t\n2 Q0 a 2 8 t\n9 Q0 a 1 1 t\n");

double summary(const char* measure, const EvaluationRules& rules) {
  return evaluate(run, qrels, measures_of({measure}), rules).summary.front();
}

}  // namespace

TEST_CASE("averages are over every judged topic, unless over common ones is asked for") {
  const EvaluationRules judged;
  EvaluationRules common;
  common.common_topics_only = true;
  CHECK(summary("map", judged) == doctest::Approx(1.5 / 3));
  CHECK(summary("map", common) == doctest::Approx(1.5 / 2));
  CHECK(summary("num_q", judged) == 3);
  CHECK(summary("num_q", common) == 2);
  CHECK(summary("num_ret", judged) == 3);
  CHECK(summary("num_rel", judged) == 4);
  CHECK(summary("num_rel", common) == 2);
}

TEST_CASE("a geometric mean takes a missing topic for the least value") {
  const EvaluationRules judged;
  CHECK(summary("gm_map", judged) == doctest::Approx(std::cbrt(1 * 0.5 * 0.00001)));
}

TEST_CASE("a level makes better grades the relevant ones, of one measure or of all") {
  EvaluationRules second;
  second.level = 2;
  CHECK(summary("map", second) == doctest::Approx(0.5 / 3));
  CHECK(summary("AP(rel=2)", {}) == doctest::Approx(0.5 / 3));
  CHECK(summary("NumRel(rel=2)", {}) == 2);
  // As trec_eval -c prints it: every grade above 0 counts, whatever the level.
  CHECK(summary("num_rel", second) == 4);
}

TEST_CASE("topics are counted, and each has its values") {
  const RunEvaluation evaluation = evaluate(run, qrels, measures_of({"map", "relstring"}), {});
  CHECK(evaluation.judged_topics == 3);
  CHECK(evaluation.run_topics == 3);
  CHECK(evaluation.common_topics == 2);
  REQUIRE(evaluation.topics.size() == 3);
  CHECK(evaluation.topics[1].topic == "2");
  CHECK(evaluation.topics[1].values[0] == 0.5);
  CHECK(evaluation.topics[1].relevance == "02");
  CHECK(!evaluation.topics[2].in_run);
  CHECK(evaluation.topics[2].values[0] == 0);
}

TEST_CASE("a run without topics scores 0") {
  const RunEvaluation evaluation =
      evaluate(RetrievalRun{}, qrels, measures_of({"official"}), {.common_topics_only = true});
  CHECK(evaluation.common_topics == 0);
  CHECK(evaluation.summary[5] == 0);
}

}  // namespace dateline

#include "searcher/evaluate/judged_ranking.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/evaluate/measure_value.h"

namespace dateline {

namespace {

const std::vector<Judgement> judgements{{"a", 1}, {"b", 0}, {"c", -1}, {"d", 12}, {"e", 3}};

std::string rank(const std::vector<RetrievedDocument>& documents, const RankingRules& rules = {}) {
  return relevance_string(judge_ranking(documents, judgements, rules), 100);
}

}  // namespace

TEST_CASE("documents stand by falling score, equal ones by falling id") {
  CHECK(rank({{"a", 1}, {"b", 3}, {"d", 2}}) == "0>1");
  CHECK(rank({{"a", 1}, {"b", 1}, {"e", 1}}) == "301");
  CHECK(rank({}).empty());
}

TEST_CASE("documents without a grade say whether they were in the pool") {
  CHECK(rank({{"B", 3}, {"c", 2}, {"x", 1}}) == "-.-");
}

TEST_CASE("trec_eval 9 takes scores as 32-bit floats, trec_eval 10 as doubles") {
  const std::vector<RetrievedDocument> documents{{"a", 16777217}, {"b", 16777216}};
  CHECK(rank(documents) == "01");
  RankingRules rules;
  rules.version = TrecEvalVersion::Ten;
  CHECK(rank(documents, rules) == "10");
}

TEST_CASE("a ranking can be cut, and freed of what is not judged") {
  const std::vector<RetrievedDocument> documents{{"a", 1}, {"b", 2}, {"c", 3}, {"x", 4}};
  RankingRules rules;
  rules.judged_only = true;
  CHECK(rank(documents, rules) == "01");
  rules.depth = 3;
  CHECK(rank(documents, rules) == "0");
}

TEST_CASE("what is relevant begins at a grade") {
  const std::vector<RetrievedDocument> documents{{"a", 3}, {"d", 2}, {"x", 1}};
  const JudgedRanking ranking = judge_ranking(documents, judgements, {});
  const GradedTopic first = grade_topic(ranking, 1);
  CHECK(first.relevant == 3);
  CHECK(first.nonrelevant == 1);
  CHECK(first.relevant_retrieved == 2);
  const GradedTopic third = grade_topic(ranking, 3);
  CHECK(third.relevant == 2);
  CHECK(third.nonrelevant == 2);
  CHECK(third.relevant_retrieved == 1);
}

}  // namespace dateline

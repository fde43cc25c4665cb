// Every measure on rankings small enough to be scored by hand.
#include "searcher/evaluate/measure_value.h"

#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace dateline {

namespace {

/// A ranking written as relstring prints it, and the grades of judged documents that it lacks.
struct Ranking {
  const char* ranking;
  const char* missing;
};

JudgedRanking make(const Ranking& written) {
  JudgedRanking ranking;
  for (const char c : std::string(written.ranking)) {
    const std::int64_t grade = c == '-' ? not_in_pool : c == '.' ? unjudged_in_pool : c - '0';
    ranking.grades.push_back(grade);
    if (grade >= 0) {
      ++ranking.by_grade[grade];
    }
  }
  for (const char c : std::string(written.missing)) {
    ++ranking.by_grade[c - '0'];
  }
  return ranking;
}

double value(const char* measure, const Ranking& written, MeasureRules rules = {}) {
  const std::optional<std::vector<Measure>> parsed = parse_measures(measure);
  REQUIRE(parsed);
  REQUIRE(parsed->size() == 1);
  const JudgedRanking ranking = make(written);
  const std::int64_t level = parsed->front().level.value_or(1);
  return measure_value(parsed->front(), grade_topic(ranking, level), rules);
}

struct Case {
  const char* measure;
  double expected;
};

void check_all(const Ranking& ranking, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(ranking.ranking);
    CAPTURE(c.measure);
    CHECK(value(c.measure, ranking) == doctest::Approx(c.expected).epsilon(1e-12));
  }
}

const double log3 = std::log2(3.0);
const double log5 = std::log2(5.0);
const double log6 = std::log2(6.0);

}  // namespace

TEST_CASE("measures of a ranking with two of three relevant documents are as by hand") {
  // Relevant at ranks 1 and 5; rank 2 is outside the pool, rank 4 in it but not judged. One
  // relevant and one other document are judged and not found.
  check_all({"1-0.1", "10"}, {
                                 {"num_q", 1},
                                 {"num_ret", 5},
                                 {"num_rel", 3},
                                 {"num_rel_ret", 2},
                                 {"num_nonrel_judged_ret", 1},
                                 {"map", (1 + 2. / 5) / 3},
                                 {"map_cut_4", 1. / 3},
                                 {"AP@4", 1. / 3},
                                 {"Rprec", 1. / 3},
                                 {"bpref", (1 + (1 - 1. / 2)) / 3},
                                 {"recip_rank", 1},
                                 {"P_5", 2. / 5},
                                 {"P_10", 2. / 10},
                                 {"recall_4", 1. / 3},
                                 {"recall_10", 2. / 3},
                                 {"infAP", (1 + 1. / 5 + 4. / 5 * (3. / 4) * (1. / 2)) / 3},
                                 {"Rprec_mult_0.20", 1},
                                 {"Rprec_mult_1.00", 1. / 3},
                                 {"Rprec_mult_2.00", 2. / 6},
                                 {"utility", 2 - 3},
                                 {"utility_2,-1,-3,0", 4 - 3 - 3},
                                 {"binG", (1 + 1 / log5) / 3},
                                 {"ndcg", (1 + 1 / log6) / (1 + 1 / log3 + 1. / 2)},
                                 {"ndcg_cut_3", 1 / (1 + 1 / log3 + 1. / 2)},
                                 {"ndcg_cut_2", 1 / (1 + 1 / log3)},
                                 {"relative_P_5", 2. / 3},
                                 {"relative_P_2", 1. / 2},
                                 {"success_1", 1},
                                 {"set_P", 2. / 5},
                                 {"set_recall", 2. / 3},
                                 {"set_relative_P", 2. / 3},
                                 {"set_map", 4. / 15},
                                 {"set_F", 1. / 2},
                                 {"SetF(beta=0.5)", 1.5 * 0.4 * (2. / 3) / (0.5 * 0.4 + 2. / 3)},
                                 {"yaap", std::log(2.4 / 2.6)},
                                 {"rbp_p=0.5", 0.5 * (1 + 1. / 16)},
                                 {"RBP(p=0.5)", 0.5 * (1 + 1. / 16)},
                                 {"RBP(p=0.5)@4", 0.5},
                                 {"rbp_resid", 0.59049 + 0.1 * (0.9 + 0.729)},
                                 {"unj_5", 2. / 5},
                                 {"unj_10", 2. / 10},
                                 {"Runj", 1. / 3},
                                 {"Judged@5", 4. / 5},
                                 {"Judged@10", 4. / 5},
                                 {"Judged@2", 1. / 2},
                             });
}

TEST_CASE("measures of a graded ranking are as by hand") {
  const double ideal = 3 + 2 / log3 + 1. / 2;
  const double gained = 2 + 1 / log5;
  check_all({"20-1", "3"}, {
                               {"num_rel", 3},
                               {"NumRel(rel=2)", 2},
                               {"map", (1 + 2. / 4) / 3},
                               {"AP(rel=2)", 1. / 2},
                               {"Rprec(rel=2)", 1. / 2},
                               {"ndcg", gained / ideal},
                               {"ndcg_cut_1", 2. / 3},
                               {"nDCG(dcg='exp-log2')", (3 + 1 / log5) / (7 + 3 / log3 + 1. / 2)},
                               {"ndcg_1=4", (2 + 4 / log5) / (4 + 3 / log3 + 2. / 2)},
                               {"ndcg_0=1,1=0", (2 + 1 / log3) / (3 + 2 / log3 + 1. / 2)},
                               {"ndcg_rel", (2. / 3 + gained / ideal + gained / ideal) / 3},
                               {"Rndcg", (2. / 3 + 2 / (3 + 2 / log3) + 2 / ideal) / 3},
                               {"G", (2 / log3 + 1 / log6) / 6},
                               {"rbp_p=0.5", 0.5 * (2. / 3 + 1. / 8 * (1. / 3))},
                           });
}

TEST_CASE("Rndcg has a point more where the ranking is longer than the ideal one") {
  check_all({"0001", ""}, {{"Rndcg", (0 + 1 / log5) / 2}});
}

TEST_CASE("interpolated precision is the best from a point of recall on") {
  check_all({"0101", "1"}, {{"iprec_at_recall_0.00", 1. / 2},
                            {"iprec_at_recall_0.50", 2. / 4},
                            {"iprec_at_recall_1.00", 0},
                            {"11pt_avg_0,0.5,1", (1. / 2 + 2. / 4 + 0) / 3}});
}

TEST_CASE("points of recall are rounded up in trec_eval 9 and to the nearest in 10") {
  // 0.4 of three relevant documents are 1.2.
  const Ranking ranking{"1-0.1", "10"};
  CHECK(value("iprec_at_recall_0.40", ranking) == doctest::Approx(2. / 5));
  CHECK(value("iprec_at_recall_0.40", ranking, {.version = TrecEvalVersion::Ten}) == 1);
}

TEST_CASE("utility can count what is not retrieved of the collection") {
  CHECK(value("utility_0,0,0,1", {"10", "1"}, {.collection_size = 100}) == 100 + 1 - 2 - 2);
}

TEST_CASE("a topic without relevant documents scores 0 everywhere, and nowhere divides by it") {
  for (const Measure& measure : parse_measures("all_trec").value_or(std::vector<Measure>{})) {
    if (measure.kind == MeasureKind::Utility || measure.kind == MeasureKind::Topics ||
        measure.kind == MeasureKind::Retrieved ||
        measure.kind == MeasureKind::JudgedNonrelevantRetrieved) {
      continue;
    }
    for (const Ranking& written : {Ranking{"0-.", "0"}, Ranking{"--", ""}}) {
      const JudgedRanking ranking = make(written);
      CAPTURE(measure.name);
      CHECK(measure_value(measure, grade_topic(ranking, 1), {}) == 0);
    }
  }
}

TEST_CASE("the string of a ranking has a character for each document") {
  CHECK(relevance_string(make({"10-.2", ""}), 10) == "10-.2");
  CHECK(relevance_string(make({"10-.2", ""}), 3) == "10-");
}

}  // namespace dateline

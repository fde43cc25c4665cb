#include "searcher/evaluate/measure.h"

#include <string>

#include <doctest/doctest.h>

namespace dateline {

namespace {

/// The names of the measures, or "none".
std::string parse(const char* name) {
  const std::optional<std::vector<Measure>> measures = parse_measures(name);
  if (!measures) {
    return "none";
  }
  std::string names;
  for (const Measure& measure : *measures) {
    names += (names.empty() ? "" : " ") + measure.name;
  }
  return names;
}

}  // namespace

TEST_CASE("trec_eval's names stand for its measures, with parameters after a dot or underscore") {
  struct Case {
    const char* name;
    const char* measures;
  };
  for (const Case& c : {
           Case{"map", "map"},
           Case{"P", "P_5 P_10 P_15 P_20 P_30 P_100 P_200 P_500 P_1000"},
           Case{"P_10", "P_10"},
           Case{"P.20,7", "P_7 P_20"},
           Case{"ndcg", "ndcg"},
           Case{"ndcg_cut",
                "ndcg_cut_5 ndcg_cut_10 ndcg_cut_15 ndcg_cut_20 ndcg_cut_30 "
                "ndcg_cut_100 ndcg_cut_200 ndcg_cut_500 ndcg_cut_1000"},
           Case{"ndcg_cut_3", "ndcg_cut_3"},
           Case{"ndcg.1=3.5,2=9", "ndcg_1=3.5,2=9"},
           Case{"iprec_at_recall.1,0.25", "iprec_at_recall_0.25 iprec_at_recall_1.00"},
           Case{"iprec_at_recall_0.10", "iprec_at_recall_0.10"},
           Case{"Rprec_mult_0.20", "Rprec_mult_0.20"},
           Case{"success", "success_1 success_5 success_10"},
           Case{"set_F.0.5", "set_F_0.5"},
           Case{"utility.1,-1,0,0", "utility_1,-1,0,0"},
           Case{"11pt_avg.0.2,0.5,0.8", "11pt_avg_0.2,0.5,0.8"},
           Case{"relstring_20", "relstring_20"},
           Case{"rbp.p=0.8", "rbp_p=0.8"},
           Case{"set",
                "runid num_q num_ret num_rel num_rel_ret utility set_P set_relative_P "
                "set_recall set_map set_F"},
       }) {
    CAPTURE(c.name);
    CHECK(parse(c.name) == c.measures);
  }
  CHECK(parse_measures("official")->size() == 30);
  CHECK(parse_measures("all_trec")->size() > 90);
}

TEST_CASE("ir_measures' names stand for one measure each") {
  for (const char* name : {"AP",
                           "AP@100",
                           "AP(rel=2)@100",
                           "P@10",
                           "P(rel=2)@5",
                           "RR",
                           "RR@10",
                           "nDCG",
                           "nDCG@10",
                           "nDCG(dcg='exp-log2')@10",
                           "R@100",
                           "Rprec",
                           "Rprec(rel=2)",
                           "Bpref",
                           "IPrec@0.1",
                           "SetP",
                           "SetF(beta=0.5)",
                           "SetF(rel=2, beta=2)",
                           "Judged@10",
                           "RBP",
                           "RBP(p=0.5)@10",
                           "Success@1",
                           "NumRel(rel=2)",
                           "infAP(rel=2)",
                           "MAP@5",
                           "MRR@10",
                           "NDCG@10",
                           "Recall@10",
                           "Precision@5",
                           "BPref",
                           "RPrec"}) {
    CHECK(parse(name) == name);
  }
  const Measure deep = parse_measures("AP(rel=2)@100")->front();
  CHECK(deep.kind == MeasureKind::AveragePrecision);
  CHECK(deep.level == 2);
  CHECK(deep.cutoff == 100);
}

TEST_CASE("what is in neither vocabulary stands for nothing") {
  for (const char* name :
       {"",          "apple",     "mapp",      "map_",        "map_5",           "P_",
        "P_0",       "P_-1",      "P_1.5",     "P_x",         "P_10,",           "P@",
        "P@0",       "P@x",       "AP@",       "AP(",         "AP()x",           "AP(rel)",
        "AP(rel=0)", "AP(rel=x)", "AP(p=0.5)", "nDCG(rel=2)", "nDCG(dcg=cubic)", "RBP(p=2)",
        "IPrec",     "IPrec@2",   "Judged",    "Bpref@10",    "set_F_1,2",       "utility_1",
        "ndcg_1",    "ndcg_=",    "ndcg_1=x",  "ndcg_-1=2",   "ndcg_1=1=1",      "ndcg_p=0.5",
        "num_q_1"}) {
    CAPTURE(name);
    CHECK(parse(name) == "none");
  }
}

TEST_CASE("every name that is offered is known") {
  for (const std::string& name : measure_names()) {
    std::string asked = name;
    if (const std::size_t at = asked.find("@k"); at != std::string::npos) {
      asked.replace(at, 2, "@10");
    } else if (const std::size_t recall = asked.find("@recall"); recall != std::string::npos) {
      asked.replace(recall, 7, "@0.5");
    }
    CAPTURE(asked);
    CHECK(parse_measures(asked).has_value());
  }
}

}  // namespace dateline

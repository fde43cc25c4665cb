#include "searcher/render/evaluation.h"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "tests/searcher/evaluate/scored.h"
#include "tests/support/golden.h"

namespace dateline {

namespace {

/// Eight topics, each with two relevant documents, graded 2 and 1, and one that is not relevant.
Qrels judgements() {
  std::string text;
  for (int topic = 1; topic <= 8; ++topic) {
    for (const char* judgement : {" 0 best 2\n", " 0 good 1\n", " 0 bad 0\n"}) {
      text += std::to_string(topic) + judgement;
    }
  }
  return test::qrels_of(text);
}

/// A run that finds these documents, best first, for topics 1, 2, …; nothing for an empty list.
RetrievalRun run_with(const std::string& name, const std::vector<std::vector<std::string>>& found) {
  std::string text;
  for (std::size_t topic = 0; topic < found.size(); ++topic) {
    for (std::size_t i = 0; i < found[topic].size(); ++i) {
      text += std::to_string(topic + 1) + " Q0 " + found[topic][i] + " 0 " + std::to_string(9 - i) +
              " mine\n";
    }
  }
  return test::run_of(text, name);
}

EvaluationReport report_of(const std::vector<std::string>& measures, std::size_t runs) {
  const std::vector<std::string> first{"bad", "good", "best"};
  const std::vector<std::string> second{"best", "good", "new"};
  const std::vector<RetrievalRun> all{
      run_with("runs/base.run", {first, first, first, first, first, first, first, first}),
      run_with("runs/better.run",
               {second, second, second, second, {"best"}, second, second, second, first}),
      run_with("runs/mixed.run", {second, second, first, {"bad"}, {}, first, {"new"}, second})};
  EvaluationReport report;
  report.qrels = "qrels";
  report.measures = test::measures_of(measures);
  for (std::size_t i = 0; i < runs; ++i) {
    report.runs.push_back(evaluate(all[i], judgements(), report.measures, report.rules));
  }
  report.comparisons = compare_runs(report.runs, report.measures, report.comparison_rules);
  return report;
}

std::string text_of(const EvaluationReport& report) {
  std::ostringstream out;
  render_evaluation_text(out, report, {.width = 80, .color = false});
  return out.str();
}

}  // namespace

TEST_CASE("runs stand side by side, and then what they differ in") {
  test::golden("render/evaluation_compared.txt",
               text_of(report_of({"num_ret", "num_rel_ret", "map", "nDCG@10", "gm_map"}, 3)));
}

TEST_CASE("with two runs there is nothing to correct for") {
  CHECK(text_of(report_of({"map"}, 2)).find("Holm") == std::string::npos);
}

TEST_CASE("one run is a list of values, with those of topics before it when asked for") {
  EvaluationReport report = report_of({"runid", "num_ret", "P_5", "relstring"}, 1);
  report.per_topic = true;
  test::golden("render/evaluation_topics.txt", text_of(report));
}

TEST_CASE("runs of one name in two folders are told apart by their paths") {
  EvaluationReport report = report_of({"map"}, 2);
  report.runs[0].run = "a/run";
  report.runs[1].run = "b/run";
  CHECK(text_of(report).find("a/run") != std::string::npos);
  report.runs[1].run = "b/other";
  CHECK(text_of(report).find("a/run") == std::string::npos);
}

TEST_CASE("trec_eval's lines come in its order, topics of the run first") {
  EvaluationReport report = report_of({"P_10", "nDCG@10", "relstring", "num_ret", "runid"}, 3);
  report.per_topic = true;
  std::ostringstream out;
  report.runs.erase(report.runs.begin(), report.runs.end() - 1);
  render_evaluation_trec(out, report);
  test::golden("render/evaluation_trec.txt", out.str());
}

TEST_CASE("a table has a line for each value, with all its digits") {
  EvaluationReport report = report_of({"map", "num_ret"}, 2);
  report.comparisons.clear();
  report.runs[1].run = "a \"quoted\" name";
  std::ostringstream out;
  render_evaluation_csv(out, report);
  CHECK(out.str() ==
        "run,tag,topic,measure,value\r\n"
        "runs/base.run,mine,all,map,0.5833333333333331\r\n"
        "runs/base.run,mine,all,num_ret,24\r\n"
        "\"a \"\"quoted\"\" name\",mine,all,map,0.9375\r\n"
        "\"a \"\"quoted\"\" name\",mine,all,num_ret,22\r\n");
}

TEST_CASE("a table of several runs ends with what each differs in from the first") {
  std::ostringstream out;
  render_evaluation_csv(out, report_of({"map", "num_ret", "nDCG@10"}, 3));
  test::golden("render/evaluation_compared.csv", out.str());
}

TEST_CASE("a table has no line for what cannot be told") {
  EvaluationReport report = report_of({"map"}, 2);
  report.comparisons.front().t = {};
  report.comparisons.front().t_p_holm.reset();
  std::ostringstream out;
  render_evaluation_csv(out, report);
  CHECK(out.str().find("map:difference,0\r\n") != std::string::npos);
  CHECK(out.str().find("map:p,") != std::string::npos);
  for (const char* const untold : {"map:low", "map:high", "map:effect_size", "map:t_p"}) {
    CAPTURE(untold);
    CHECK(out.str().find(untold) == std::string::npos);
  }
}

TEST_CASE("what to know before believing numbers is said") {
  const std::vector<std::string> notices = evaluation_notices(report_of({"map"}, 3));
  REQUIRE(notices.size() == 3);
  CHECK(notices[0] == "runs/better.run: 1 topic without judgements, left out");
  CHECK(notices[1] == "runs/mixed.run: 1 judged topic of 8 without results, counted as 0");
  CHECK(notices[2].starts_with("only 8 topics: "));
  EvaluationReport few = report_of({"map"}, 2);
  few.comparisons.front().wins = 5;
  few.comparisons.front().losses = 0;
  CHECK(evaluation_notices(few).back().find("fewer than 6") != std::string::npos);
}

TEST_CASE("names and tags cannot command a terminal") {
  EvaluationReport report = report_of({"runid", "map"}, 1);
  report.runs[0].run = "\x1b[31mred";
  report.runs[0].tag = "\x1b[2J";
  report.runs[0].topics[0].topic = "\x1b]0;";
  report.per_topic = true;
  for (const auto render :
       {render_evaluation_trec, render_evaluation_csv, render_evaluation_json}) {
    std::ostringstream out;
    render(out, report);
    CHECK(out.str().find('\x1b') == std::string::npos);
  }
  CHECK(text_of(report).find('\x1b') == std::string::npos);
}

}  // namespace dateline

// What to know before one believes the numbers.
#include <algorithm>

#include "searcher/render/evaluation.h"
#include "searcher/render/layout.h"

namespace dateline {

namespace {

void add_topic_notices(const EvaluationReport& report, const RunEvaluation& run,
                       std::vector<std::string>& notices) {
  const std::size_t missing = run.judged_topics - run.common_topics;
  if (missing > 0) {
    notices.push_back(run.run + ": " + counted(missing, "judged topic") + " of " +
                      with_thousands(run.judged_topics) + " without results, " +
                      (report.rules.common_topics_only ? "left out" : "counted as 0"));
  }
  const std::size_t unjudged = run.run_topics - run.common_topics;
  if (unjudged > 0) {
    notices.push_back(run.run + ": " + counted(unjudged, "topic") +
                      " without judgements, left out");
  }
}

/// Fewer topics that differ cannot bring p below 0.05, however they differ.
constexpr std::size_t fewest_deciding_topics = 6;

void add_comparison_notices(const EvaluationReport& report, std::vector<std::string>& notices) {
  std::size_t topics = report.comparisons.front().topics;
  std::size_t unequal = 0;
  for (const RunComparison& comparison : report.comparisons) {
    topics = std::min(topics, comparison.topics);
    unequal = std::max(unequal, comparison.wins + comparison.losses);
  }
  if (unequal < fewest_deciding_topics) {
    notices.push_back("the runs differ in " + counted(unequal, "topic") +
                      " at most: with fewer than 6, no test can bring p below 0.05");
  } else if (topics < fewest_sound_topics) {
    notices.push_back("only " + counted(topics, "topic") +
                      ": the order of the runs may well be another on other topics (25 are few, 50 "
                      "are usual)");
  }
}

}  // namespace

std::vector<std::string> evaluation_notices(const EvaluationReport& report) {
  std::vector<std::string> notices;
  for (const RunEvaluation& run : report.runs) {
    add_topic_notices(report, run, notices);
  }
  if (!report.comparisons.empty()) {
    add_comparison_notices(report, notices);
  }
  return notices;
}

}  // namespace dateline

#include "searcher/render/evaluation_values.h"

#include <array>
#include <cstdio>

#include "common/cli/terminal.h"

namespace dateline {

std::string measure_text(const Measure& measure, double value) {
  std::array<char, 400> digits{};
  std::snprintf(digits.data(), digits.size(), is_count(measure) ? "%.0f" : "%6.4f", value);
  return digits.data();
}

std::string summary_text(const RunEvaluation& run, const Measure& measure, std::size_t index) {
  if (measure.summary == MeasureSummary::RunId) {
    return make_printable(run.tag);
  }
  return tells_of_runs(measure) ? measure_text(measure, run.summary[index]) : std::string{};
}

std::string topic_text(const TopicEvaluation& topic, const Measure& measure, std::size_t index) {
  if (measure.kind == MeasureKind::RelevanceString) {
    return "'" + topic.relevance + "'";
  }
  return tells_of_topics(measure) ? measure_text(measure, topic.values[index]) : std::string{};
}

bool tells_of_topics(const Measure& measure) {
  return measure.summary == MeasureSummary::Mean || measure.summary == MeasureSummary::Sum ||
         measure.summary == MeasureSummary::None;
}

bool tells_of_runs(const Measure& measure) {
  return measure.summary != MeasureSummary::None;
}

}  // namespace dateline

// A table of scores for spreadsheets: one value a line, which every tool can turn into its own
// form.
#include <array>
#include <charconv>

#include "searcher/render/csv_cell.h"
#include "searcher/render/evaluation.h"
#include "searcher/render/evaluation_values.h"

namespace dateline {

namespace {

/// With all digits that tell it from other numbers.
std::string number(double value) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end};
}

void write_row(std::ostream& out, const RunEvaluation& run, const std::string& topic,
               const Measure& measure, const std::string& value) {
  out << csv_cell(run.run) << ',' << csv_cell(run.tag) << ',' << topic << ','
      << csv_cell(measure.name) << ',' << value << "\r\n";
}

void write_topic(std::ostream& out, const EvaluationReport& report, const RunEvaluation& run,
                 const TopicEvaluation& topic) {
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const Measure& measure = report.measures[i];
    if (tells_of_topics(measure)) {
      write_row(out, run, csv_cell(topic.topic), measure,
                measure.kind == MeasureKind::RelevanceString ? csv_cell(topic.relevance)
                                                             : number(topic.values[i]));
    }
  }
}

}  // namespace

void render_evaluation_csv(std::ostream& out, const EvaluationReport& report) {
  out << "run,tag,topic,measure,value\r\n";
  for (const RunEvaluation& run : report.runs) {
    for (const TopicEvaluation& topic : run.topics) {
      if (report.per_topic && (topic.in_run || !report.rules.common_topics_only)) {
        write_topic(out, report, run, topic);
      }
    }
    for (std::size_t i = 0; i < report.measures.size(); ++i) {
      const Measure& measure = report.measures[i];
      if (measure.summary == MeasureSummary::RunId) {
        write_row(out, run, "all", measure, csv_cell(run.tag));
      } else if (tells_of_runs(measure)) {
        write_row(out, run, "all", measure, number(run.summary[i]));
      }
    }
  }
}

}  // namespace dateline

// A table of scores for spreadsheets: one value a line, which every tool can turn into its own
// form. What runs differ in are values too, whose names say of which measure: "map:p".
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
               const std::string& name, const std::string& value) {
  out << csv_cell(run.run) << ',' << csv_cell(run.tag) << ',' << topic << ',' << csv_cell(name)
      << ',' << value << "\r\n";
}

void write_topic(std::ostream& out, const EvaluationReport& report, const RunEvaluation& run,
                 const TopicEvaluation& topic) {
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const Measure& measure = report.measures[i];
    if (tells_of_topics(measure)) {
      write_row(out, run, csv_cell(topic.topic), measure.name,
                measure.kind == MeasureKind::RelevanceString ? csv_cell(topic.relevance)
                                                             : number(topic.values[i]));
    }
  }
}

/// How a run differs from the first in one measure; what cannot be told, for all topics differ by
/// the same or there are too few, has no line.
void write_comparison(std::ostream& out, const EvaluationReport& report,
                      const RunComparison& comparison) {
  const TTest& t = comparison.t;
  const std::vector<std::pair<std::string_view, std::optional<double>>> values{
      {"difference", t.mean},
      {"low", t.low},
      {"high", t.high},
      {"effect_size", t.effect_size},
      {"p", comparison.randomisation.p},
      {"p_holm", comparison.randomisation_p_holm},
      {"t_p", t.p},
      {"t_p_holm", comparison.t_p_holm},
      {"won", static_cast<double>(comparison.wins)},
      {"equal", static_cast<double>(comparison.ties)},
      {"lost", static_cast<double>(comparison.losses)}};
  for (const auto& [name, value] : values) {
    if (value) {
      write_row(out, report.runs[comparison.run], "all",
                report.measures[comparison.measure].name + ":" + std::string(name), number(*value));
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
        write_row(out, run, "all", measure.name, csv_cell(run.tag));
      } else if (tells_of_runs(measure)) {
        write_row(out, run, "all", measure.name, number(run.summary[i]));
      }
    }
  }
  for (const RunComparison& comparison : report.comparisons) {
    write_comparison(out, report, comparison);
  }
}

}  // namespace dateline

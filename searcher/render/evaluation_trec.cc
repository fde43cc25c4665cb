// trec_eval's lines: name, tab, topic, tab, value, the name filled up to 22 columns.
#include <algorithm>
#include <iomanip>
#include <numeric>

#include "common/cli/terminal.h"
#include "searcher/render/evaluation.h"
#include "searcher/render/evaluation_values.h"

namespace dateline {

namespace {

void write_line(std::ostream& out, const Measure& measure, std::string_view topic,
                const std::string& value) {
  constexpr int name_width = 22;
  out << std::left << std::setw(name_width) << measure.name << '\t' << topic << '\t' << value
      << '\n';
}

}  // namespace

void render_evaluation_trec(std::ostream& out, const EvaluationReport& report) {
  std::vector<std::size_t> order(report.measures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return report.measures[left].order < report.measures[right].order;
  });
  for (const RunEvaluation& run : report.runs) {
    for (const TopicEvaluation& topic : run.topics) {
      for (const std::size_t index : order) {
        const Measure& measure = report.measures[index];
        if (report.per_topic && topic.in_run && tells_of_topics(measure)) {
          write_line(out, measure, make_printable(topic.topic), topic_text(topic, measure, index));
        }
      }
    }
    for (const std::size_t index : order) {
      const Measure& measure = report.measures[index];
      if (tells_of_runs(measure)) {
        write_line(out, measure, "all", summary_text(run, measure, index));
      }
    }
  }
}

}  // namespace dateline

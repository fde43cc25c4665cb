// Fuzzes the readers of judgements and runs, and all that is computed of them: any bytes are read,
// what is read is in order and without doubles, and every score is a number.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/evaluate/evaluation.h"
#include "searcher/evaluate/qrels.h"
#include "searcher/evaluate/run.h"

namespace {

using dateline::FileProblem;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

template <typename Topics>
void check_order(const Topics& topics) {
  for (const auto& [topic, documents] : topics) {
    require(!topic.empty() && !documents.empty());
    require(std::adjacent_find(documents.begin(), documents.end(),
                               [](const auto& left, const auto& right) {
                                 return left.id >= right.id;
                               }) == documents.end());
  }
}

void check_problems(const std::vector<FileProblem>& problems, const std::string& text) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  for (const FileProblem& problem : problems) {
    require(problem.line >= 1 && problem.line <= lines && !problem.message.empty());
  }
}

std::vector<dateline::Measure> all_measures() {
  std::vector<dateline::Measure> measures = dateline::parse_measures("all_trec").value();
  for (const char* name : {"rbp", "rbp_resid", "unj", "Runj", "AP(rel=2)@3"}) {
    for (const dateline::Measure& measure :
         dateline::parse_measures(name).value_or(std::vector<dateline::Measure>{})) {
      measures.push_back(measure);
    }
  }
  return measures;
}

/// A run of the documents of the judgements, so that there is something to score.
std::string run_of(const dateline::Qrels& qrels) {
  std::string text;
  for (const auto& [topic, judgements] : qrels) {
    for (std::size_t i = 0; i < judgements.size(); ++i) {
      text += topic + " Q0 " + judgements[i].id + " 0 " + std::to_string(i % 3) + " t\n";
    }
  }
  return text;
}

void check_scores(const std::string& run, const dateline::Qrels& qrels) {
  std::istringstream in(run);
  const dateline::RunFile file = dateline::read_run(in, "run");
  check_order(file.run.topics);
  check_problems(file.problems.kept, run);
  const std::vector<dateline::Measure> measures = all_measures();
  const dateline::RunEvaluation scores = dateline::evaluate(file.run, qrels, measures, {});
  for (const double value : scores.summary) {
    require(std::isfinite(value));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  std::istringstream in(text);
  const dateline::QrelsFile file = dateline::read_qrels(in, "qrels");
  check_order(file.qrels);
  check_problems(file.problems.kept, text);
  check_scores(text, file.qrels);
  check_scores(run_of(file.qrels), file.qrels);
  dateline::parse_measures(text.substr(0, text.find('\n')));
  return 0;
}

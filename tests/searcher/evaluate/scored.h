// Runs and judgements written down in a test, and scored.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "searcher/evaluate/evaluation.h"
#include "searcher/evaluate/qrels.h"
#include "searcher/evaluate/run.h"

namespace dateline::test {

inline Qrels qrels_of(const std::string& text) {
  std::istringstream in(text);
  return read_qrels(in, "qrels").qrels;
}

inline RetrievalRun run_of(const std::string& text, const std::string& name = "run") {
  std::istringstream in(text);
  return read_run(in, name).run;
}

inline std::vector<Measure> measures_of(const std::vector<std::string>& names) {
  std::vector<Measure> measures;
  for (const std::string& name : names) {
    for (const Measure& measure : parse_measures(name).value_or(std::vector<Measure>{})) {
      measures.push_back(measure);
    }
  }
  return measures;
}

}  // namespace dateline::test

// Runs: what a search engine found for each topic, as TREC writes it.
#pragma once

#include <istream>
#include <map>
#include <string>
#include <vector>

#include "searcher/evaluate/file_problem.h"

namespace dateline {

struct RetrievedDocument {
  std::string id;
  double score = 0;

  friend bool operator==(const RetrievedDocument&, const RetrievedDocument&) = default;
};

struct RetrievalRun {
  std::string name;  ///< of the file, as it was given
  std::string tag;   ///< of the last line, as trec_eval has it
  /// Topics in the order of their bytes; their documents too, each once. The ranking is made of
  /// the scores (`judge_ranking`), never of the ranks in the file.
  std::map<std::string, std::vector<RetrievedDocument>, std::less<>> topics;
};

struct RunFile {
  RetrievalRun run;
  FileProblems problems;
};

/// Reads lines `topic Q0 document rank score tag`; what follows the tag is ignored. Broken lines
/// are problems and left out, and so is a document that a topic has already: the first counts.
RunFile read_run(std::istream& in, const std::string& name);

}  // namespace dateline

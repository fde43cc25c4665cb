// Judgements: which documents answer a topic, and how well.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "searcher/evaluate/file_problem.h"

namespace dateline {

struct Judgement {
  std::string id;          ///< of the document
  std::int64_t grade = 0;  ///< from 0, not relevant; below 0 it was in the pool, but not judged

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// The judgements of each topic, topics and documents in the order of their bytes, no document
/// twice.
using Qrels = std::map<std::string, std::vector<Judgement>, std::less<>>;

struct QrelsFile {
  Qrels qrels;
  FileProblems problems;
};

/// Reads lines `topic iteration document grade`, the iteration ignored, or BEIR's
/// `topic document grade` under a line of headings; the first line decides. Broken lines are
/// problems and left out, and so is a document that a topic has already: the first counts.
QrelsFile read_qrels(std::istream& in, const std::string& name);

}  // namespace dateline

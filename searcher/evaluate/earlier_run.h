// What an earlier batch found, so that a later one can tell what is new.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "searcher/evaluate/file_problem.h"

namespace dateline {

struct EarlierRun {
  bool by_text = false;  ///< whether topics are called by their texts; else by their ids
  /// The articles that each topic found: their ids or, where the file says of which archive they
  /// are, "ARCHIVE:ID".
  std::unordered_map<std::string, std::unordered_set<std::string>> articles;
  FileProblems problems;
};

/// Reads what `batch` wrote: a TREC run, whose topics are called by their ids, or JSON lines, whose
/// topics are called by their texts. Lines that are neither are problems.
EarlierRun read_earlier_run(std::string_view bytes, const std::string& file_name);

}  // namespace dateline

// What is wrong with a line of a qrels or run file: a value, for the other lines are used.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline {

struct FileProblem {
  std::string file;      ///< as it was named
  std::size_t line = 0;  ///< from 1; 0 for the file as a whole
  std::string message;   ///< what is wrong, without a full stop

  friend bool operator==(const FileProblem&, const FileProblem&) = default;
};

/// More of one file are counted, not kept: a file of another format has one on every line.
inline constexpr std::size_t max_file_problems = 1000;

struct FileProblems {
  std::vector<FileProblem> kept;
  std::size_t not_kept = 0;
};

void add_problem(FileProblems& problems, FileProblem problem);

}  // namespace dateline

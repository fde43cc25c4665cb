#include "searcher/evaluate/file_problem.h"

#include <utility>

namespace dateline {

void add_problem(FileProblems& problems, FileProblem problem) {
  if (problems.kept.size() < max_file_problems) {
    problems.kept.push_back(std::move(problem));
  } else {
    ++problems.not_kept;
  }
}

}  // namespace dateline

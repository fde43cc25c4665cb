// What is wrong with the lines of a file, one sentence each.
#include <iostream>

#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"

namespace dateline {

void report_problems(const FileProblems& problems, const Program& program) {
  const std::string name = program.info.name + ": ";
  for (const FileProblem& problem : problems.kept) {
    std::cerr << name << make_printable(problem.file)
              << (problem.line > 0 ? ":" + std::to_string(problem.line) : "") << ": "
              << make_printable(problem.message) << '\n';
  }
  if (problems.not_kept > 0) {
    std::cerr << name << make_printable(problems.kept.front().file) << ": " << problems.not_kept
              << " more lines are left out\n";
  }
}

}  // namespace dateline

// What the user's corrections say that is not understood.
#include <iostream>

#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"

namespace dateline {

void report_corrections(const ArchiveReader& archive, const Program& program) {
  if (program.shared.quiet) {
    return;
  }
  const Corrections& corrections = archive.corrections();
  const std::string start =
      program.info.name + ": " + make_printable(archive.corrections_file().string());
  for (const CorrectionProblem& problem : corrections.problems) {
    std::cerr << start << (problem.line > 0 ? ":" + std::to_string(problem.line) : "") << ": "
              << make_printable(problem.message) << '\n';
  }
  if (corrections.problem_count > corrections.problems.size()) {
    std::cerr << start << ": " << corrections.problem_count - corrections.problems.size()
              << " more lines are not understood\n";
  }
}

}  // namespace dateline

// What the user's corrections say that is not understood.
#include <iostream>

#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"

namespace dateline {

namespace {

void report_file(const std::string& file, const Corrections& corrections) {
  for (const CorrectionProblem& problem : corrections.problems) {
    std::cerr << file << (problem.line > 0 ? ":" + std::to_string(problem.line) : "") << ": "
              << make_printable(problem.message) << '\n';
  }
  if (corrections.problem_count > corrections.problems.size()) {
    std::cerr << file << ": " << corrections.problem_count - corrections.problems.size()
              << " more lines are not understood\n";
  }
}

}  // namespace

void report_corrections(const ArchiveReader& archive, const Program& program) {
  for (std::size_t i = 0; i < archive.archives().size() && !program.shared.quiet; ++i) {
    const std::filesystem::path file = archive.archives()[i].layout.corrections();
    report_file(program.info.name + ": " + make_printable(file.string()), archive.corrections(i));
  }
}

}  // namespace dateline

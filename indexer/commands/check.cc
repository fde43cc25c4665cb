// dateline-index check: whether the archive is what was committed.
#include <algorithm>
#include <iostream>
#include <thread>

#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/report.h"
#include "indexer/write/archive_check.h"

namespace dateline {

namespace {

ExitCode run_check(const Program& program) {
  const ArchiveLayout layout = find_archive(program.shared.archive);
  const ArchiveCheck check =
      check_archive(layout, {.threads = std::max(1U, std::thread::hardware_concurrency())});
  for (const Damage& damage : check.damage) {
    std::cerr << program.info.name << ": " << make_printable((layout.folder / damage.file).string())
              << ": " << make_printable(damage.message) << '\n';
  }
  if (!check.damage.empty()) {
    std::cerr << "hint: " << advice_for(check) << '\n';
  }
  Output output(program.shared.output);
  if (program.shared.json) {
    render_check_json(output.stream(), check);
  } else if (!program.shared.quiet) {
    render_check(output.stream(), check);
  }
  output.commit();
  return check.damage.empty() ? ExitCode::Success : ExitCode::Damaged;
}

}  // namespace

void add_check_command(Program& program) {
  add_command(program, "check", "Say whether the archive is what was committed",
              {{"dateline-index check",
                "Compare every byte with what was written; exit with 5 "
                "when something is damaged"}},
              [&program] { return run_check(program); });
}

}  // namespace dateline

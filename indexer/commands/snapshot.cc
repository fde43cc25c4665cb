// dateline-index snapshot: a consistent copy while readers and a writer go on.
#include <filesystem>
#include <memory>
#include <string>

#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/report.h"
#include "indexer/write/archive_copy.h"

namespace dateline {

namespace {

ExitCode run_snapshot(const std::string& folder, const Program& program) {
  const std::filesystem::path target = std::filesystem::absolute(folder);
  snapshot_archive(find_archive(program.shared.archive), target);
  Output output(program.shared.output);
  if (program.shared.json) {
    render_snapshot_json(output.stream(), target.string());
  } else if (!program.shared.quiet) {
    output.stream() << "copied the archive to " << make_printable(target.string()) << '\n';
  }
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_snapshot_command(Program& program) {
  const auto folder = std::make_shared<std::string>();
  CLI::App& app = add_command(
      program, "snapshot", "Copy the archive as it was last committed",
      {{"dateline-index snapshot /backup/archive", "A copy to keep; readers and a writer go on"}},
      [folder, &program] { return run_snapshot(*folder, program); });
  app.add_option("DIR", *folder, "Folder for the copy, not there yet or empty")
      ->required()
      ->type_name("DIR");
}

}  // namespace dateline

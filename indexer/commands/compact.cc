// dateline-index compact: rewrites the archive smaller and faster to search.
#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "indexer/commands/commands.h"
#include "indexer/report.h"
#include "indexer/write/archive_copy.h"

namespace dateline {

namespace {

ExitCode run_compact(const Program& program) {
  const CompactReport report = compact_archive(find_archive(program.shared.archive));
  Output output(program.shared.output);
  if (program.shared.json) {
    render_report_json(output.stream(), report);
  } else if (!program.shared.quiet) {
    render_report(output.stream(), report);
  }
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_compact_command(Program& program) {
  add_command(program, "compact", "Rewrite the archive smaller and faster to search",
              {{"dateline-index compact", "After many small updates"}},
              [&program] { return run_compact(program); });
}

}  // namespace dateline

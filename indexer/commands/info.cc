// dateline-index info: what an archive holds.
#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "indexer/commands/commands.h"
#include "indexer/report.h"
#include "indexer/write/archive_info.h"

namespace dateline {

void add_info_command(Program& program) {
  add_command(program, "info", "Say what the archive holds",
              {{"dateline-index info", "Articles, languages, entities, size and last update"}},
              [&program] {
                const ArchiveInfo info = read_archive_info(find_archive(program.shared.archive));
                Output output(program.shared.output);
                if (program.shared.json) {
                  render_info_json(output.stream(), info);
                } else {
                  render_info(output.stream(), info);
                }
                output.commit();
                return ExitCode::Success;
              });
}

}  // namespace dateline

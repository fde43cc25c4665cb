// The commands of dateline-index: options in, one call, a report out.
#pragma once

#include "common/cli/program.h"

namespace dateline {

void add_update_command(Program& program);
void add_remove_command(Program& program);
void add_info_command(Program& program);
void add_check_command(Program& program);
void add_compact_command(Program& program);
void add_snapshot_command(Program& program);
void add_annotate_command(Program& program);

}  // namespace dateline

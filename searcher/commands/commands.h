// The commands of dateline-search: options in, one call, a rendered answer out.
#pragma once

#include "common/cli/program.h"

namespace dateline {

void add_query_command(Program& program);
void add_show_command(Program& program);

}  // namespace dateline

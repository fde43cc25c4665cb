// The commands of dateline-bench: options in, one call, figures out.
#pragma once

#include <string>

#include "common/cli/program.h"

namespace dateline {

/// `command_line` is what a record says of how it was made.
void add_index_command(Program& program, const std::string& command_line);
void add_entities_command(Program& program, const std::string& command_line);
void add_query_command(Program& program, const std::string& command_line);
void add_relevance_command(Program& program, const std::string& command_line);

}  // namespace dateline

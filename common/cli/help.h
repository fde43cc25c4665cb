// What --help prints.
#pragma once

#include <string>

#include "common/cli/program.h"

namespace dateline {

/// The help of the program, or of the command that `shown` is; lines fit 80 columns.
std::string make_help(const Program& program, const CLI::App& shown);

}  // namespace dateline

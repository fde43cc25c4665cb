// The manual page of a program, in roff, from the same option tables as its help.
#pragma once

#include <string>

#include "common/cli/program.h"

namespace dateline {

/// One page for a program with all its commands. Plain ASCII, the same bytes on every machine.
std::string make_man_page(const Program& program);

}  // namespace dateline

// Completion scripts for three shells, from the same option tables as the help.
#pragma once

#include <string>

#include "common/cli/program.h"

namespace dateline {

/// Scripts that complete commands, options, values to choose from, and files. They need nothing
/// but the shell itself.
std::string make_bash_completion(const Program& program);
std::string make_zsh_completion(const Program& program);
std::string make_fish_completion(const Program& program);

}  // namespace dateline

// The outermost frame of both programs: the only place that prints an error or chooses how the
// program exits.
#pragma once

#include "common/cli/program.h"

namespace dateline {

/// Reads the command line, runs the command named there and returns the exit code for `main`.
/// Nothing is thrown: what reaches this frame is printed as "program: what happened" and, where
/// there is something to do about it, "hint: ...". A reader of a pipe who has left is success.
/// Xapian's exceptions, which are no `std::exception`, end here too.
int run_program(Program& program, int argc, const char* const* argv);

}  // namespace dateline

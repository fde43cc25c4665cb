// The last step of every command: its record, for people or as JSON.
#pragma once

#include "bench/record/record.h"
#include "common/cli/program.h"

namespace dateline {

/// Prints the record where the shared options say, with the command line, commit and machine.
ExitCode report_record(const Program& program, const Record& record);

}  // namespace dateline

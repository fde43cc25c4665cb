// The commands of dateline-search: options in, one call, a rendered answer out.
#pragma once

#include "common/cli/program.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

void add_entities_command(Program& program);
void add_query_command(Program& program);
void add_show_command(Program& program);

/// Says on standard error which lines of the archive's corrections are not understood, unless the
/// program is quiet.
void report_corrections(const ArchiveReader& archive, const Program& program);

}  // namespace dateline

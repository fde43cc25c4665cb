// The commands of dateline-search: options in, one call, a rendered answer out.
#pragma once

#include <vector>

#include "common/archive/layout.h"
#include "common/cli/program.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

void add_entities_command(Program& program);
void add_explain_command(Program& program);
void add_prompt_command(Program& program);
void add_query_command(Program& program);
void add_show_command(Program& program);
void add_similar_command(Program& program);

/// The archives to search. Says on standard error that one is given more than once, unless the
/// program is quiet.
std::vector<NamedArchive> archives_of(const Program& program);

/// Says on standard error which lines of the archives' corrections are not understood, unless the
/// program is quiet.
void report_corrections(const ArchiveReader& archive, const Program& program);

}  // namespace dateline

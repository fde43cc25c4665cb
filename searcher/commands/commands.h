// The commands of dateline-search: options in, one call, a rendered answer out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/cli/program.h"
#include "searcher/evaluate/file_problem.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

void add_batch_command(Program& program);
void add_entities_command(Program& program);
void add_eval_command(Program& program);
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

/// Says on standard error which lines of a file are passed over, and why.
void report_problems(const FileProblems& problems, const Program& program);

/// The bytes of a file, or of standard input for "-"; nothing when there is no such file. Throws
/// Error, with this hint, when it cannot be read.
std::optional<std::string> read_input(const std::string& path, const std::string& hint);

}  // namespace dateline

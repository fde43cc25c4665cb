// The commands of dateline-bench: options in, one call, figures out.
#pragma once

#include "common/cli/program.h"

namespace dateline {

void add_generate_command(Program& program);
void add_growth_command(Program& program);
void add_index_command(Program& program);
void add_analysis_command(Program& program);
void add_compare_command(Program& program);
void add_corpus_command(Program& program);
void add_entities_command(Program& program);
void add_peers_command(Program& program);
void add_pictures_command(Program& program);
void add_query_command(Program& program);
void add_relevance_command(Program& program);
void add_summary_command(Program& program);

}  // namespace dateline

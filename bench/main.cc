// dateline-bench: what the programs cost, measured so that it can be quoted.
#include "bench/commands/commands.h"
#include "common/cli/run_program.h"

int main(int argc, char** argv) {
  dateline::Program program(
      {.name = "dateline-bench",
       .summary = "measures how fast dateline indexes, finds names and answers",
       .text = "Measures indexing and queries on your own articles, repeatedly, and says how far "
               "the runs lie apart. Figures are printed for people, or with --json as a record "
               "with command, commit and machine.",
       .version = DATELINE_VERSION,
       .see_also = "dateline-index",
       .reports_json = true});
  dateline::add_index_command(program);
  dateline::add_analysis_command(program);
  dateline::add_corpus_command(program);
  dateline::add_entities_command(program);
  dateline::add_generate_command(program);
  dateline::add_peers_command(program);
  dateline::add_growth_command(program);
  dateline::add_query_command(program);
  dateline::add_relevance_command(program);
  dateline::add_summary_command(program);
  dateline::add_compare_command(program);
  dateline::add_pictures_command(program);
  program.app.get_option("--json")->description("Report as JSON (bench/README.md)");
  return dateline::run_program(program, argc, argv);
}

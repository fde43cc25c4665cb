// dateline-index: files of articles in, an archive out.
#include "common/cli/run_program.h"
#include "indexer/commands/commands.h"

int main(int argc, char** argv) {
  dateline::Program program({.name = "dateline-index",
                             .summary = "turns files of news articles into a searchable archive",
                             .text = "Reads news articles from files and folders into an archive "
                                     "that dateline-search answers from. Nothing leaves the "
                                     "machine.",
                             .version = DATELINE_VERSION,
                             .see_also = "dateline-search"});
  add_json_option(program.app, program.shared);
  add_update_command(program);
  add_remove_command(program);
  add_check_command(program);
  add_compact_command(program);
  add_info_command(program);
  add_snapshot_command(program);
  add_annotate_command(program);
  return run_program(program, argc, argv);
}

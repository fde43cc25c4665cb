// dateline-search: answers from an archive.
#include "common/cli/run_program.h"
#include "searcher/commands/commands.h"

int main(int argc, char** argv) {
  dateline::Program program({.name = "dateline-search",
                             .summary = "answers questions from an archive of news articles",
                             .text = "Finds articles in an archive that dateline-index has made, "
                                     "and the people, organizations, places and dates they name. "
                                     "Nothing leaves the machine.",
                             .version = DATELINE_VERSION,
                             .see_also = "dateline-index",
                             .takes_archives = true,
                             .at_terminal = "prompt"});
  dateline::add_query_command(program);
  dateline::add_prompt_command(program);
  dateline::add_batch_command(program);
  dateline::add_eval_command(program);
  dateline::add_show_command(program);
  dateline::add_similar_command(program);
  dateline::add_entities_command(program);
  dateline::add_explain_command(program);
  return dateline::run_program(program, argc, argv);
}

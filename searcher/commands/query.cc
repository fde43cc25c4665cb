// dateline-search query: ranked hits with highlighted snippets, and facets beside them.
#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/search_options.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

struct QueryCommand {
  std::vector<std::string> words;
  SearchOptions search;
  std::string format = "text";
  std::string topic = "1";
  std::string tag = "dateline";
};

SearchRequest to_request(const QueryCommand& command) {
  SearchRequest request = to_request(command.search);
  for (const std::string& word : command.words) {
    request.text += (request.text.empty() ? "" : " ") + word;
  }
  // Programs draw a histogram from all units of time; people would scroll past it.
  if (command.format == "json") {
    request.date_limit = std::numeric_limits<std::size_t>::max();
  }
  request.only_ids = command.format == "trec";
  return request;
}

ExitCode run_query(const QueryCommand& command, const Program& program) {
  ArchiveReader archive(archives_of(program));
  const SearchResult result = search(archive, to_request(command));
  report_corrections(archive, program);
  const OutputFormat format = parse_output_format(command.format).value_or(OutputFormat::Text);
  Output output(program.shared.output);
  const TextStyle style{.width = terminal_width(),
                        .color = use_color(program.shared.color, output.is_terminal())};
  // JSON tells of fallback and warnings itself, and text beside the hits.
  if (command.format != "text" && format != OutputFormat::Json && !program.shared.quiet) {
    render_notices(std::cerr, result, {.width = style.width, .color = false});
  }
  if (command.format == "trec") {
    render_run(output.stream(), result, {command.topic, command.tag});
  } else {
    render_result(output.stream(), result, format, style);
  }
  output.commit();
  return result.total == 0 ? ExitCode::NothingFound : ExitCode::Success;
}

void add_format_options(CLI::App& app, QueryCommand& command) {
  app.add_option("--format", command.format, "How to print the answer")
      ->type_name("NAME")
      ->check(one_of({"text", "json", "jsonl", "csv", "ids", "trec"}));
  app.add_option("--qid", command.topic, "The id of the topic, on every line of --format trec")
      ->type_name("ID")
      ->check(not_empty());
  add_tag_option(app, command.tag);
}

}  // namespace

void add_query_command(Program& program) {
  const auto command = std::make_shared<QueryCommand>();
  CLI::App& app = add_command(
      program, "query", "Find articles: ranked, with highlighted snippets and facets",
      {{"dateline-search query Wagner human rights", "Articles with all three words"},
       {"dateline-search query '\"persona non grata\" -France'", "A phrase, and a word left out"},
       {"dateline-search query mission --person 'Assimi Goïta' --date 2023-02..",
        "Narrowed by facets"},
       {"dateline-search query MINUSMA --format json", "For programs"}},
      [command, &program] { return run_query(*command, program); });
  app.add_option("TEXT", command->words,
                 "Words, \"phrases\", AND OR NOT, +must, -not, ( ), field:value; see "
                 "docs/query-language.md")
      ->type_name("TEXT");
  add_search_options(app, command->search);
  add_format_options(app, *command);
}

}  // namespace dateline

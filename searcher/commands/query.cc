// dateline-search query: ranked hits with highlighted snippets, and facets beside them.
#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/facet_options.h"
#include "searcher/commands/filter_options.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

struct QueryCommand {
  std::vector<std::string> words;
  SearchRequest request;
  FilterOptions filters;
  FacetOptions facets;
  std::string sort = "relevance";
  std::string match = "all";
  std::string syntax = "query";
  std::string format = "text";
};

SearchRequest to_request(const QueryCommand& command) {
  SearchRequest request = command.request;
  for (const std::string& word : command.words) {
    request.text += (request.text.empty() ? "" : " ") + word;
  }
  request.syntax = command.syntax == "words" ? QuerySyntax::Words : QuerySyntax::Query;
  request.match = command.match == "any" ? MatchMode::Any : MatchMode::All;
  request.sort = command.sort == "newest"   ? SortOrder::Newest
                 : command.sort == "oldest" ? SortOrder::Oldest
                                            : SortOrder::Relevance;
  set_filters(command.filters, request);
  set_facets(command.facets, request);
  // Programs draw a histogram from all units of time; people would scroll past it.
  if (command.format == "json") {
    request.date_limit = std::numeric_limits<std::size_t>::max();
  }
  request.today = today();
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
  if (format != OutputFormat::Text && format != OutputFormat::Json && !program.shared.quiet) {
    render_notices(std::cerr, result, {.width = style.width, .color = false});
  }
  render_result(output.stream(), result, format, style);
  output.commit();
  return result.total == 0 ? ExitCode::NothingFound : ExitCode::Success;
}

void add_result_options(CLI::App& app, QueryCommand& command) {
  app.add_option("--sort", command.sort, "Order of the hits")
      ->type_name("ORDER")
      ->check(one_of({"relevance", "newest", "oldest"}));
  app.add_option("--match", command.match,
                 "Whether articles must have all words side by side, or any")
      ->type_name("WHICH")
      ->check(one_of({"all", "any"}));
  app.add_option("--syntax", command.syntax,
                 "query: the query language; words: every character is plain text")
      ->type_name("NAME")
      ->check(one_of({"query", "words"}));
  app.add_option("--format", command.format, "How to print the answer")
      ->type_name("NAME")
      ->check(one_of({"text", "json", "jsonl", "csv", "ids"}));
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
  add_filter_options(app, command->filters);
  add_page_options(app, command->request);
  add_facet_options(app, command->facets, command->request);
  add_result_options(app, *command);
}

}  // namespace dateline

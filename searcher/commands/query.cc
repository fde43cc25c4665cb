// dateline-search query: ranked hits with highlighted snippets, and facets beside them.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "common/text/stemmer.h"
#include "searcher/commands/commands.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

struct QueryCommand {
  std::vector<std::string> words;
  SearchRequest request;
  std::array<NameFilter, all_name_types.size()> names;
  std::vector<std::string> facets;
  std::string sort = "relevance";
  std::string match = "all";
  std::string syntax = "query";
  std::string format = "text";
};

std::vector<FacetKind> read_facets(const std::vector<std::string>& lists) {
  if (lists.empty()) {
    return {all_facets.begin(), all_facets.end()};
  }
  std::vector<FacetKind> facets;
  for (const std::string& list : lists) {
    for (const std::string& name : CLI::detail::split(list, ',')) {
      if (name == "none" || name.empty()) {
        continue;
      }
      const std::optional<FacetKind> facet = parse_facet_kind(name);
      if (!facet) {
        throw Error(
            "there is no facet \"" + name + "\"",
            "the facets are person, organization, location, source, date and mentioned; or none");
      }
      if (std::ranges::find(facets, *facet) == facets.end()) {
        facets.push_back(*facet);
      }
    }
  }
  return facets;
}

std::vector<std::string> read_languages(const std::vector<std::string>& names) {
  std::vector<std::string> codes;
  for (const std::string& name : names) {
    const Language* const language = find_language(name);
    if (language == nullptr) {
      throw Error("there is no language \"" + name + "\" in any archive",
                  "name one by its code, such as en or fr");
    }
    codes.emplace_back(language->code);
  }
  return codes;
}

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
  for (const NameFilter& filter : command.names) {
    if (!filter.include.empty() || !filter.exclude.empty()) {
      request.names.push_back(filter);
    }
  }
  request.languages = read_languages(request.languages);
  request.facets = read_facets(command.facets);
  request.today = today();
  return request;
}

ExitCode run_query(const QueryCommand& command, const Program& program) {
  ArchiveReader archive(find_archive(program.shared.archive));
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

void add_filter_options(CLI::App& app, QueryCommand& command) {
  for (const NameType type : all_name_types) {
    const std::string name(to_string(type));
    NameFilter& filter = command.names.at(static_cast<std::size_t>(type));
    filter.type = type;
    repeatable(app.add_option("--" + name, filter.include,
                              "Only articles with this " + name + "; again: or with this one"))
        ->type_name("V");
    repeatable(app.add_option("--exclude-" + name, filter.exclude, "No articles with this " + name))
        ->type_name("V");
  }
  repeatable(app.add_option("--language", command.request.languages,
                            "Only articles in this language; again: or in this one"))
      ->type_name("CODE");
  repeatable(app.add_option("--date", command.request.dates,
                            "Only articles of these days: 2023, 2023-02, 2023-01..2023-02, 3m.."))
      ->type_name("RANGE");
  repeatable(app.add_option("--mentioned", command.request.mentioned,
                            "Only articles that name a date of these days; again: or of these"))
      ->type_name("RANGE");
}

void add_result_options(CLI::App& app, QueryCommand& command) {
  SearchRequest& request = command.request;
  // A negative number would be read as a very large one.
  const auto is_count = CLI::Range(std::size_t{0}, std::size_t{1'000'000'000'000}, "N");
  app.add_option("--limit", request.limit, "Show so many hits")->type_name("N")->check(is_count);
  app.add_option("--offset", request.offset, "Leave out so many hits at the top")
      ->type_name("N")
      ->check(is_count);
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
  repeatable(app.add_option("--facets", command.facets,
                            "Facets to count: person,organization,location,source,date,mentioned; "
                            "or none"))
      ->type_name("LIST");
  app.add_option("--facet-limit", request.facet_limit, "Show so many values of a facet")
      ->type_name("N")
      ->check(is_count);
  app.add_option("--snippets", request.snippets, "Show so many passages of a hit at most")
      ->type_name("N")
      ->check(is_count);
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
  add_filter_options(app, *command);
  add_result_options(app, *command);
}

}  // namespace dateline

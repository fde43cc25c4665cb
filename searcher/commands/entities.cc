// dateline-search entities: the people, organizations and places of the archive.
#include <memory>
#include <string>
#include <vector>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "common/field.h"
#include "searcher/commands/commands.h"
#include "searcher/match/co_occurrence.h"
#include "searcher/match/entity_list.h"
#include "searcher/render/renderer.h"

namespace dateline {

namespace {

struct EntitiesCommand {
  std::vector<std::string> words;
  std::vector<std::string> types;
  EntityRequest request;
  std::string with;
  std::string sort;
  std::string format = "text";
  bool look_alikes = false;
};

EntityRequest to_request(const EntitiesCommand& command) {
  EntityRequest request = command.request;
  for (const std::string& word : command.words) {
    request.prefix += (request.prefix.empty() ? "" : " ") + word;
  }
  if (!command.types.empty()) {
    request.types.clear();
    for (const std::string& word : command.types) {
      request.types.push_back(parse_name_type(word).value_or(NameType::Person));
    }
  }
  request.order = command.sort == "name" ? EntityOrder::Name : EntityOrder::Count;
  return request;
}

/// What "organization:Wagner Group" or "Wagner Group" asks for.
CoOccurrenceRequest to_co_occurrence(const EntitiesCommand& command) {
  CoOccurrenceRequest request;
  request.with = command.with;
  const std::size_t colon = command.with.find(':');
  const Field* const field =
      colon == std::string::npos ? nullptr : find_field(command.with.substr(0, colon));
  if (field != nullptr && field->name_type) {
    request.with_type = field->name_type;
    request.with.erase(0, colon + 1);
  }
  request.entities = to_request(command);
  request.by_significance = command.sort.empty() || command.sort == "typical";
  return request;
}

ExitCode run_entities(const EntitiesCommand& command, const Program& program) {
  ArchiveReader archive(archives_of(program));
  const EntityRequest request = to_request(command);
  const OutputFormat format = parse_output_format(command.format).value_or(OutputFormat::Text);
  std::size_t total = 0;
  const auto print = [&](const auto& list, const auto& render) {
    report_corrections(archive, program);
    Output output(program.shared.output);
    const TextStyle style{.width = terminal_width(),
                          .color = use_color(program.shared.color, output.is_terminal())};
    render(output.stream(), list, format, style);
    output.commit();
    total = list.total;
  };
  if (!command.with.empty()) {
    print(list_co_occurring(archive, to_co_occurrence(command)), render_co_occurring);
  } else if (command.look_alikes) {
    print(list_look_alikes(archive, request), render_look_alikes);
  } else {
    print(list_entities(archive, request), render_entities);
  }
  return total == 0 ? ExitCode::NothingFound : ExitCode::Success;
}

void add_options(CLI::App& app, EntitiesCommand& command) {
  EntityRequest& request = command.request;
  const auto is_count = CLI::Range(std::size_t{0}, std::size_t{1'000'000'000'000}, "N");
  repeatable(
      app.add_option("--type", command.types, "Only entities of this type; again: or of this one"))
      ->type_name("TYPE")
      ->check(one_of({"person", "organization", "location", "source"}));
  app.add_option("--limit", request.limit, "Show so many")->type_name("N")->check(is_count);
  app.add_option("--offset", request.offset, "Leave out so many at the top")
      ->type_name("N")
      ->check(is_count);
  app.add_option("--min-count", request.min_count, "Only entities of so many articles or more")
      ->type_name("N")
      ->check(is_count);
  app.add_option(
         "--sort", command.sort,
         "Order of the entities; typical, how telling it is that both are named, goes with --with")
      ->type_name("ORDER")
      ->check(one_of({"count", "name", "typical"}));
  CLI::Option* const with =
      app.add_option("--with", command.with,
                     "Only entities named in articles that also name this one, the most typical "
                     "first; organization:NAME says of which type it is")
          ->type_name("NAME");
  app.add_flag("--look-alikes", command.look_alikes,
               "Show pairs that may be one, with the line for corrections.txt that makes them one")
      ->excludes(with);
  app.add_flag("--hidden", request.with_hidden, "Also entities that corrections.txt hides");
  app.add_option("--format", command.format, "How to print the list")
      ->type_name("NAME")
      ->check(one_of({"text", "json", "jsonl", "csv"}));
}

}  // namespace

void add_entities_command(Program& program) {
  const auto command = std::make_shared<EntitiesCommand>();
  CLI::App& app = add_command(
      program, "entities",
      "List the people, organizations and places of the archive, with their names and counts",
      {{"dateline-search entities", "The most frequent"},
       {"dateline-search entities goi --type person", "People with a name that begins with goi"},
       {"dateline-search entities --with 'Wagner Group'", "Who and what is named with it"},
       {"dateline-search entities --look-alikes", "What may be worth a line in corrections.txt"},
       {"dateline-search entities --min-count 5 --limit 1000 --format csv", "For a spreadsheet"}},
      [command, &program] { return run_entities(*command, program); });
  app.add_option("PREFIX", command->words, "What a word of one of the names begins with")
      ->type_name("PREFIX");
  add_options(app, *command);
}

}  // namespace dateline

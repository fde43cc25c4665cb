// dateline-search similar: articles like one article, its copies set apart.
#include <memory>
#include <optional>
#include <string>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/filter_options.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

struct SimilarCommand {
  std::string id;
  SearchRequest request;
  FilterOptions filters;
  std::string format = "text";
};

SimilarResult find_similar(ArchiveReader& archive, const SimilarCommand& command) {
  SearchRequest request = command.request;
  set_filters(command.filters, request);
  request.today = today();
  if (std::optional<SimilarResult> found = similar_articles(archive, command.id, request)) {
    return std::move(*found);
  }
  const std::optional<std::string> text =
      read_input(command.id, "name an article by its id, or a file that holds its text");
  if (!text) {
    throw Error("no article has the id \"" + command.id + "\", and no file is called so",
                "ids stand below the titles that dateline-search query prints",
                ExitCode::NothingFound);
  }
  return similar_articles_of_text(archive, *text, request);
}

ExitCode run_similar(const SimilarCommand& command, const Program& program) {
  ArchiveReader archive(archives_of(program));
  const SimilarResult result = find_similar(archive, command);
  report_corrections(archive, program);
  Output output(program.shared.output);
  const TextStyle style{.width = terminal_width(),
                        .color = use_color(program.shared.color, output.is_terminal())};
  render_similar(output.stream(), result,
                 parse_output_format(command.format).value_or(OutputFormat::Text), style);
  output.commit();
  return result.total == 0 && result.copies.empty() ? ExitCode::NothingFound : ExitCode::Success;
}

}  // namespace

void add_similar_command(Program& program) {
  const auto command = std::make_shared<SimilarCommand>();
  CLI::App& app = add_command(
      program, "similar", "Find articles like an article, with its copies set apart",
      {{"dateline-search similar march/kidal", "Like an article of the archive"},
       {"dateline-search similar draft.txt --date 3m..", "Like a text of your own, of late"},
       {"dateline-search similar march/kidal --format ids", "For scripts"}},
      [command, &program] { return run_similar(*command, program); });
  app.add_option("ID", command->id,
                 "The id of an article; or a text file, where no article has that id; - reads "
                 "standard input")
      ->required()
      ->type_name("ID|FILE");
  add_filter_options(app, command->filters);
  add_page_options(app, command->request);
  app.add_option("--format", command->format, "How to print the answer")
      ->type_name("NAME")
      ->check(one_of({"text", "json", "jsonl", "csv", "ids"}));
}

}  // namespace dateline

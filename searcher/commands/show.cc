// dateline-search show: one article, with the words of a query highlighted in it.
#include <memory>
#include <string>
#include <vector>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/render/renderer.h"
#include "searcher/search.h"

namespace dateline {

namespace {

struct ShowCommand {
  std::string id;
  std::string query;
  std::string format = "text";
};

ExitCode run_show(const ShowCommand& command, const Program& program) {
  ArchiveReader archive(archives_of(program));
  const std::vector<ShownArticle> articles =
      show_articles(archive, command.id, command.query, today());
  if (articles.empty()) {
    throw Error("no article has the id \"" + command.id + "\"",
                "ids stand below the titles that dateline-search query prints",
                ExitCode::NothingFound);
  }
  Output output(program.shared.output);
  const TextStyle style{.width = terminal_width(),
                        .color = use_color(program.shared.color, output.is_terminal())};
  const OutputFormat format = parse_output_format(command.format).value_or(OutputFormat::Text);
  for (const ShownArticle& shown : articles) {
    if (format == OutputFormat::Text && &shown != &articles.front()) {
      output.stream() << '\n';
    }
    render_article(output.stream(), shown, format, style);
  }
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_show_command(Program& program) {
  const auto command = std::make_shared<ShowCommand>();
  CLI::App& app = add_command(program, "show", "Print an article",
                              {{"dateline-search show march/kidal", "The whole article"},
                               {"dateline-search show march/kidal --query 'Wagner human rights'",
                                "With the words highlighted"}},
                              [command, &program] { return run_show(*command, program); });
  app.add_option("ID", command->id, "The id of an article; of several archives also ARCHIVE:ID")
      ->required()
      ->type_name("ID");
  app.add_option("--query", command->query, "Highlight what this query looks for")
      ->type_name("TEXT");
  app.add_option("--format", command->format, "How to print it")
      ->type_name("NAME")
      ->check(one_of({"text", "json"}));
}

}  // namespace dateline

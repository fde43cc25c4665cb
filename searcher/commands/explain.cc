// dateline-search explain: how a query was understood, and why it finds an article or does not.
#include <memory>
#include <string>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/search_options.h"
#include "searcher/explain.h"
#include "searcher/render/renderer.h"

namespace dateline {

namespace {

struct ExplainCommand {
  std::string text;
  std::string id;
  std::string match = "all";
  std::string syntax = "query";
  std::string feedback = "none";
  std::string format = "text";
};

ExitCode run_explain(const ExplainCommand& command, const Program& program) {
  SearchRequest request;
  request.text = command.text;
  request.match = command.match == "any" ? MatchMode::Any : MatchMode::All;
  request.syntax = command.syntax == "words" ? QuerySyntax::Words : QuerySyntax::Query;
  request.feedback = parse_feedback(command.feedback);
  request.today = today();
  ArchiveReader archive(archives_of(program));
  const Explanation explanation = explain(archive, request, command.id);
  report_corrections(archive, program);
  if (!command.id.empty() && explanation.articles.empty()) {
    throw Error("no article has the id \"" + command.id + "\"",
                "ids stand below the titles that dateline-search query prints; a query of several "
                "words is one argument, in quotes",
                ExitCode::NothingFound);
  }
  Output output(program.shared.output);
  const TextStyle style{.width = terminal_width(),
                        .color = use_color(program.shared.color, output.is_terminal())};
  render_explanation(output.stream(), explanation,
                     parse_output_format(command.format).value_or(OutputFormat::Text), style);
  output.commit();
  return explanation.total == 0 ? ExitCode::NothingFound : ExitCode::Success;
}

}  // namespace

void add_explain_command(Program& program) {
  const auto command = std::make_shared<ExplainCommand>();
  CLI::App& app = add_command(
      program, "explain", "Say how a query was understood, and why it finds an article or does not",
      {{"dateline-search explain 'Wagner human rights'",
        "What each word became, and how many articles have it"},
       {"dateline-search explain 'Wagner human rights' march/kidal",
        "What each word adds to the score of an article, or which one it does not have"}},
      [command, &program] { return run_explain(*command, program); });
  app.add_option("TEXT", command->text, "The query, as one argument")
      ->required()
      ->type_name("TEXT");
  app.add_option("ID", command->id, "The id of an article; of several archives also ARCHIVE:ID")
      ->type_name("ID");
  app.add_option("--match", command->match,
                 "Whether articles must have all words side by side, or any")
      ->type_name("WHICH")
      ->check(one_of({"all", "any"}));
  app.add_option("--syntax", command->syntax,
                 "query: the query language; words: every character is plain text")
      ->type_name("NAME")
      ->check(one_of({"query", "words"}));
  add_feedback_option(app, command->feedback);
  app.add_option("--format", command->format, "How to print it")
      ->type_name("NAME")
      ->check(one_of({"text", "json"}));
}

}  // namespace dateline

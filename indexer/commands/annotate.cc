// dateline-index annotate: what would be extracted from articles, and where it stands in them.
#include <memory>
#include <string>
#include <vector>

#include "common/cli/interrupt.h"
#include "common/cli/output.h"
#include "indexer/annotation.h"
#include "indexer/commands/article_options.h"
#include "indexer/commands/commands.h"

namespace dateline {

namespace {

struct AnnotateCommand {
  std::vector<std::string> paths;
  ArticleOptions articles;
};

AnnotateOptions to_options(const AnnotateCommand& command) {
  AnnotateOptions options;
  options.paths = command.paths;
  options.format = format_of(command.articles);
  options.analysis.language = language_of(command.articles);
  options.jobs = command.articles.jobs;
  return options;
}

ExitCode run_annotate(const AnnotateCommand& command, const Program& program) {
  catch_interrupts();
  Output output(program.shared.output);
  const AnnotateReport report =
      annotate_files(to_options(command), output.stream(), [] { return interrupted(); });
  const ExitCode exit_code =
      report_problems(report.problems, report.missing_path, command.articles, program);
  if (report.interrupted) {
    return ExitCode::Interrupted;
  }
  output.commit();
  return exit_code;
}

}  // namespace

void add_annotate_command(Program& program) {
  const auto command = std::make_shared<AnnotateCommand>();
  CLI::App& app = add_command(
      program, "annotate",
      "Show what would be extracted from articles, as JSON lines; needs no archive",
      {{"dateline-index annotate march/kidal.txt", "The names and dates of one article"},
       {"dateline-index annotate ~/articles -o mentions.jsonl", "Those of a folder, in a file"},
       {"zcat news.jsonl.gz | dateline-index annotate -", "Articles from standard input"}},
      [command, &program] { return run_annotate(*command, program); });
  app.add_option("PATH", command->paths,
                 "Files and folders of articles, as for update; - reads JSON lines from standard "
                 "input")
      ->required()
      ->type_name("PATH");
  add_article_options(app, command->articles);
}

}  // namespace dateline

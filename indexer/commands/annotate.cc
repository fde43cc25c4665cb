// dateline-index annotate: what would be extracted from articles, and where it stands in them.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/interrupt.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "common/text/stemmer.h"
#include "indexer/annotation.h"
#include "indexer/commands/commands.h"

namespace dateline {

namespace {

struct AnnotateCommand {
  std::vector<std::string> paths;
  std::string format;
  std::string language = "en";
  unsigned jobs = 0;
  bool strict = false;
};

AnnotateOptions to_options(const AnnotateCommand& command) {
  AnnotateOptions options;
  options.paths = command.paths;
  if (!command.format.empty()) {
    options.format = parse_input_format(command.format);
  }
  const Language* const language = find_language(command.language);
  if (language == nullptr) {
    throw Error("there is no stemmer for the language \"" + command.language + "\"",
                "name one of those that `dateline-index update --help` lists, such as en or fr");
  }
  options.analysis.language = language->code;
  options.jobs = command.jobs;
  return options;
}

ExitCode run_annotate(const AnnotateCommand& command, const Program& program) {
  catch_interrupts();
  Output output(program.shared.output);
  const AnnotateReport report =
      annotate_files(to_options(command), output.stream(), [] { return interrupted(); });
  for (const ReadProblem& problem : report.problems) {
    std::cerr << program.info.name << ": " << make_printable(problem.source) << ": "
              << make_printable(problem.message) << '\n';
  }
  if (report.interrupted) {
    return ExitCode::Interrupted;
  }
  output.commit();
  const bool has_failed = report.missing_path || (command.strict && !report.problems.empty());
  return has_failed ? ExitCode::Failed : ExitCode::Success;
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
  app.add_option("--format", command->format, "Read all files as this, whatever their names say")
      ->type_name("NAME")
      ->check(one_of({"text", "jsonl"}));
  app.add_option("--language", command->language,
                 "Language of articles that do not say theirs, by its code")
      ->type_name("CODE");
  app.add_option("--jobs", command->jobs, "Threads that analyze; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_flag("--strict", command->strict, "Exit with 2 when a single article has a problem");
}

}  // namespace dateline

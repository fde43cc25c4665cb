// dateline-index update: brings an archive in step with files and folders.
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/cli/interrupt.h"
#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/article_options.h"
#include "indexer/commands/commands.h"
#include "indexer/pipeline.h"
#include "indexer/report.h"

namespace dateline {

namespace {

struct UpdateCommand {
  std::vector<std::string> paths;
  ArticleOptions articles;
  std::string entities = "all";
  bool prune = false;
  bool dry_run = false;
};

/// A line on a terminal's standard error, written over again and again.
class ProgressLine {
 public:
  explicit ProgressLine(bool is_quiet) : is_shown_(!is_quiet && ::isatty(STDERR_FILENO) == 1) {}

  void show(const Progress& progress) {
    using Clock = std::chrono::steady_clock;
    constexpr auto pause = std::chrono::milliseconds(100);
    if (!is_shown_ || Clock::now() - last_shown_ < pause) {
      return;
    }
    last_shown_ = Clock::now();
    // One column is left free, so that no terminal wraps the line.
    std::cerr << '\r' << progress_line(progress, terminal_width() - 1) << "\x1B[K" << std::flush;
    has_line_ = true;
  }

  void clear() {
    if (has_line_) {
      std::cerr << "\r\x1B[K" << std::flush;
    }
    has_line_ = false;
  }

 private:
  bool is_shown_;
  bool has_line_ = false;
  std::chrono::steady_clock::time_point last_shown_;
};

UpdateOptions to_options(const UpdateCommand& command) {
  UpdateOptions options;
  options.paths = command.paths;
  options.format = format_of(command.articles);
  options.analysis.language = language_of(command.articles);
  options.analysis.entities = command.entities == "all";
  options.mode = command.dry_run ? WriteMode::DryRun : WriteMode::Write;
  options.prune = command.prune;
  options.jobs = command.articles.jobs;
  return options;
}

ExitCode run_update(const UpdateCommand& command, const Program& program) {
  catch_interrupts();
  ProgressLine line(program.shared.quiet);
  RunHooks hooks;
  hooks.should_stop = [] { return interrupted(); };
  hooks.on_progress = [&line](const Progress& progress) { line.show(progress); };
  const IndexReport report =
      update_archive(find_archive(program.shared.archive), to_options(command), hooks);
  line.clear();
  const ExitCode exit_code =
      report_problems(report.problems, report.missing_path, command.articles, program);
  if (report.interrupted) {
    std::cerr << program.info.name
              << ": interrupted; what was read until then is in the archive\n"
                 "hint: run the same command again to go on\n";
  }
  Output output(program.shared.output);
  if (program.shared.json) {
    render_report_json(output.stream(), report, command.dry_run);
  } else if (!program.shared.quiet) {
    render_report(output.stream(), report, command.dry_run);
  }
  output.commit();
  return report.interrupted ? ExitCode::Interrupted : exit_code;
}

}  // namespace

void add_update_command(Program& program) {
  const auto command = std::make_shared<UpdateCommand>();
  CLI::App& app = add_command(
      program, "update", "Bring the archive in step with files and folders of articles",
      {{"dateline-index update ~/articles", "Index a folder; run it again after changes"},
       {"dateline-index update --prune ~/articles", "Also remove articles whose files are gone"},
       {"zcat news.jsonl.gz | dateline-index update -", "Index JSON lines from standard input"}},
      [command, &program] { return run_update(*command, program); });
  app.add_option("PATH", command->paths,
                 "Files and folders of plain text (.txt) and JSON lines (.jsonl), also compressed "
                 "(.gz, .zst); - reads standard input")
      ->required()
      ->type_name("PATH");
  app.add_flag("--prune", command->prune,
               "Remove articles that were read from under a PATH and are gone");
  app.add_flag("-n,--dry-run", command->dry_run, "Say what would be done, and change nothing");
  app.add_option("--entities", command->entities,
                 "Whether to look for people, organizations and "
                 "places")
      ->type_name("WHICH")
      ->check(one_of({"all", "none"}));
  add_article_options(app, command->articles);
}

}  // namespace dateline

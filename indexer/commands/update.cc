// dateline-index update: brings an archive in step with files and folders.
#include <charconv>
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "common/archive/layout.h"
#include "common/cli/interrupt.h"
#include "common/cli/output.h"
#include "common/cli/progress_line.h"
#include "common/error.h"
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
  std::string memory = "512M";
  bool prune = false;
  bool rebuild = false;
  bool verify = false;
  bool dry_run = false;
};

/// "512M" in bytes; K, M and G are powers of 1024. Throws Error for anything else.
std::size_t parse_size(const std::string& text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [after, failure] = std::from_chars(text.data(), end, number);
  const std::string unit(after, end);
  const unsigned shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
  const bool is_known = unit.empty() || shift != 0;
  if (failure != std::errc() || !is_known || number > (SIZE_MAX >> shift)) {
    throw Error("cannot read the size \"" + text + "\"",
                "write a number of bytes, or of K, M or G, such as 512M");
  }
  return number << shift;
}

WriteMode mode_of(const UpdateCommand& command) {
  if (!command.rebuild) {
    if (command.paths.empty()) {
      throw Error("no PATH was given", "name files or folders of articles");
    }
    return command.dry_run ? WriteMode::DryRun : WriteMode::Write;
  }
  if (command.dry_run) {
    throw Error("--rebuild and --dry-run exclude each other",
                "without --rebuild, --dry-run says what would change");
  }
  return command.paths.empty() ? WriteMode::Rederive : WriteMode::Rebuild;
}

UpdateOptions to_options(const UpdateCommand& command) {
  UpdateOptions options;
  options.paths = command.paths;
  options.format = format_of(command.articles);
  options.analysis.language = language_of(command.articles);
  options.analysis.entities = command.entities == "all";
  options.mode = mode_of(command);
  options.memory_bytes = parse_size(command.memory);
  options.verify = command.verify;
  options.prune = command.prune;
  options.jobs = command.articles.jobs;
  return options;
}

ExitCode run_update(const UpdateCommand& command, const Program& program) {
  catch_interrupts();
  ProgressLine line(program.shared.quiet);
  RunHooks hooks;
  hooks.should_stop = [] { return interrupted(); };
  hooks.on_progress = [&line](const Progress& progress) {
    line.show([&progress](std::size_t width) { return progress_line(progress, width); });
  };
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
       {"dateline-index update --rebuild ~/articles",
        "Begin afresh; the old archive answers until the new one is whole"},
       {"dateline-index update --rebuild", "Make the archive anew from the texts it stores"},
       {"zcat news.jsonl.gz | dateline-index update -", "Index JSON lines from standard input"}},
      [command, &program] { return run_update(*command, program); });
  app.add_option("PATH", command->paths,
                 "Files and folders of plain text (.txt) and JSON lines (.jsonl), also compressed "
                 "(.gz, .zst); - reads standard input; none only with --rebuild")
      ->type_name("PATH");
  app.add_flag("--prune", command->prune,
               "Remove articles that were read from under a PATH and are gone");
  app.add_flag("--rebuild", command->rebuild,
               "Begin without what the archive holds, and swap the new one in when it is whole; "
               "without PATH, from the texts that the archive stores");
  app.add_flag("--verify", command->verify, "Read files again that look untouched");
  app.add_option("--memory", command->memory,
                 "Memory to use, such as 200M or 2G; what does not fit goes through the disk")
      ->type_name("SIZE");
  app.add_flag("-n,--dry-run", command->dry_run, "Say what would be done, and change nothing");
  app.add_option("--entities", command->entities,
                 "Whether to look for people, organizations and "
                 "places")
      ->type_name("WHICH")
      ->check(one_of({"all", "none"}));
  add_article_options(app, command->articles);
}

}  // namespace dateline

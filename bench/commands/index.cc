// dateline-bench index: how fast articles become an archive.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/index_bench.h"
#include "bench/record.h"
#include "common/cli/interrupt.h"
#include "common/cli/output.h"

namespace dateline {

namespace {

struct IndexCommand {
  IndexBenchOptions options;
  std::string entities = "all";
};

ExitCode run_index(const IndexCommand& command, const Program& program,
                   const std::string& command_line) {
  if (!program.shared.archive.empty()) {
    throw Error("index makes archives of its own, and takes no --archive",
                "say where it may make them with --scratch DIR");
  }
  catch_interrupts();
  IndexBenchOptions options = command.options;
  options.entities = command.entities == "all";
  options.should_stop = [] { return interrupted(); };
  const std::vector<IndexRun> runs = bench_index(options);
  const Circumstances circumstances{command_line, built_commit(), describe_machine()};
  Output output(program.shared.output);
  if (program.shared.json) {
    render_index_bench_json(output.stream(), circumstances, runs);
  } else {
    render_index_bench(output.stream(), circumstances, runs);
  }
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_index_command(Program& program, const std::string& command_line) {
  const auto command = std::make_shared<IndexCommand>();
  CLI::App& app = add_command(
      program, "index", "Measure how fast articles become an archive",
      {{"dateline-bench index ~/articles", "Three runs, each into a new archive"},
       {"dateline-bench index --jobs 1 --entities none news.jsonl.gz --json -o index.json",
        "One thread, without entities, as a record"}},
      [command, &program, command_line] { return run_index(*command, program, command_line); });
  IndexBenchOptions& options = command->options;
  app.add_option("PATH", options.paths, "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
  app.add_option("--runs", options.runs, "Measure so many times")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
  app.add_option("--jobs", options.jobs, "Threads that analyze; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_option("--entities", command->entities,
                 "Whether to look for people, organizations and places")
      ->type_name("WHICH")
      ->check(one_of({"all", "none"}));
  app.add_option("--scratch", options.scratch,
                 "Make the archives in this folder; else in $TMPDIR or /tmp")
      ->type_name("DIR");
}

}  // namespace dateline

// dateline-bench entities: what finding names costs, alone.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/entities_bench.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

ExitCode run_entities(EntitiesBenchOptions options, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("entities reads articles, and takes no --archive",
                "name the files of the articles");
  }
  catch_interrupts();
  options.should_stop = [] { return interrupted(); };
  const std::vector<EntitiesRun> runs = bench_entities(options);
  return report_record(program, record_of(runs));
}

}  // namespace

void add_entities_command(Program& program) {
  const auto options = std::make_shared<EntitiesBenchOptions>();
  CLI::App& app = add_command(
      program, "entities", "Measure what it costs to find the names in articles",
      {{"dateline-bench entities ~/articles", "CPU time for a megabyte of text, on one thread"},
       {"dateline-bench entities --runs 9 news.jsonl --json -o entities.json", "As a record"}},
      [options, &program] { return run_entities(*options, program); });
  app.add_option("PATH", options->paths, "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
  app.add_option("--runs", options->runs, "Go through them so many times, after a first to warm up")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
}

}  // namespace dateline

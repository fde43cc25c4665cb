// dateline-bench growth: cost and latency as an archive grows.
#include <algorithm>
#include <iostream>
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/growth/growth_bench.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

struct GrowthCommand {
  GrowthBenchOptions options;
  std::string entities = "all";
};

ExitCode run_growth(const GrowthCommand& command, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("growth makes archives of its own, and takes no --archive",
                "say where it may make them with --scratch DIR");
  }
  catch_interrupts();
  GrowthBenchOptions options = command.options;
  if (options.sizes.empty()) {
    options.sizes = {1000, 10'000, 100'000, 1'000'000};
  }
  std::ranges::sort(options.sizes);
  options.sizes.erase(std::unique(options.sizes.begin(), options.sizes.end()), options.sizes.end());
  options.entities = command.entities == "all";
  options.should_stop = [] { return interrupted(); };
  options.on_progress = [](const std::string& doing) { std::cerr << doing << '\n'; };
  return report_record(program, record_of(bench_growth(options)));
}

}  // namespace

void add_growth_command(Program& program) {
  const auto command = std::make_shared<GrowthCommand>();
  CLI::App& app = add_command(
      program, "growth", "Measure cost and latency as an archive grows, on generated articles",
      {{"dateline-bench growth --scratch /var/tmp --json -o growth.json",
        "1,000 to 1,000,000 articles; needs some 10 GB of disk and half an hour"},
       {"dateline-bench growth --size 1000 --size 2000", "Two sizes"}},
      [command, &program] { return run_growth(*command, program); });
  GrowthBenchOptions& options = command->options;
  repeatable(app.add_option("--size", options.sizes,
                            "An archive of so many articles; else of 1,000, 10,000, 100,000 and "
                            "1,000,000"))
      ->type_name("N")
      ->check(CLI::Range(1U, 100'000'000U));
  app.add_option("--jobs", options.jobs, "Threads that analyze; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_option("--entities", command->entities,
                 "Whether to look for people, organizations and places")
      ->type_name("WHICH")
      ->check(one_of({"all", "none"}));
  app.add_option("--runs", options.index_runs, "Index so many times")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
  app.add_option("--seed", options.seed, "Another number makes other articles")->type_name("N");
  app.add_option("--scratch", options.scratch,
                 "Make everything in this folder; else in $TMPDIR or /tmp")
      ->type_name("DIR");
}

}  // namespace dateline

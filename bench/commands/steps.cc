// dateline-bench analysis and entities: what the steps of an article cost, alone.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/steps_bench.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

ExitCode run_steps(StepsBenchOptions options, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("articles are read from files here, not from an --archive",
                "name the files of the articles");
  }
  catch_interrupts();
  options.should_stop = [] { return interrupted(); };
  return report_record(program, record_of(options.what, bench_steps(options)));
}

void add_steps_command(Program& program, StepsOf what, const std::string& name,
                       const std::string& summary) {
  const auto options = std::make_shared<StepsBenchOptions>();
  options->what = what;
  CLI::App& app = add_command(
      program, name, summary,
      {{"dateline-bench " + name + " ~/articles", "CPU time for a megabyte of text, on one thread"},
       {"dateline-bench " + name + " --runs 9 news.jsonl --json -o " + name + ".json",
        "As a record"}},
      [options, &program] { return run_steps(*options, program); });
  app.add_option("PATH", options->paths, "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
  app.add_option("--runs", options->runs, "Go through them so many times, after a first to warm up")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
}

}  // namespace

void add_analysis_command(Program& program) {
  add_steps_command(program, StepsOf::Terms, "analysis",
                    "Measure what it costs to make terms of articles");
}

void add_entities_command(Program& program) {
  add_steps_command(program, StepsOf::Entities, "entities",
                    "Measure what it costs to find the names in articles");
}

}  // namespace dateline

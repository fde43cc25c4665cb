// dateline-bench generate: articles for measuring, without end.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/growth/article_generator.h"
#include "common/cli/interrupt.h"
#include "common/cli/output.h"

namespace dateline {

namespace {

ExitCode run_generate(GenerateOptions options, const Program& program) {
  if (program.shared.json) {
    throw Error("what generate prints are articles, not a record", "leave --json out");
  }
  catch_interrupts();
  options.should_stop = [] { return interrupted(); };
  Output output(program.shared.output);
  generate_articles(options, output.stream());
  output.commit();
  return ExitCode::Success;
}

}  // namespace

void add_generate_command(Program& program) {
  constexpr std::uint64_t most = 1'000'000'000'000;
  const auto options = std::make_shared<GenerateOptions>();
  CLI::App& app = add_command(
      program, "generate", "Make articles that look like news to an indexer",
      {{"dateline-bench generate 100000 -o articles.jsonl", "The same ones every time"},
       {"dateline-bench generate 1000 --seed 7 | dateline-index update -", "Others of the kind"}},
      [options, &program] { return run_generate(*options, program); });
  app.add_option("COUNT", options->articles, "So many articles")
      ->required()
      ->type_name("COUNT")
      ->check(CLI::Range(std::uint64_t{0}, most));
  app.add_option("--first", options->first, "Begin with the article of this number")
      ->type_name("N")
      ->check(CLI::Range(std::uint64_t{0}, most));
  app.add_option("--seed", options->seed, "Another number makes other articles")->type_name("N");
  app.add_option("--jobs", options->jobs, "Threads; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
}

}  // namespace dateline

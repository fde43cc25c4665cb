// dateline-bench index: how fast articles become an archive.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/index_bench.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

struct IndexCommand {
  IndexBenchOptions options;
  std::vector<unsigned> jobs = {0};
  std::vector<std::string> entities = {"all"};
  std::vector<std::string> paths = {"auto"};
};

WritePath path_of(const std::string& name) {
  if (name == "auto") {
    return WritePath::Automatic;
  }
  return name == "bulk" ? WritePath::Bulk : WritePath::Direct;
}

/// Every number of threads with every choice of the others.
std::vector<IndexVariant> variants_of(const IndexCommand& command) {
  std::vector<IndexVariant> variants;
  for (const std::string& entities : command.entities) {
    for (const std::string& path : command.paths) {
      for (const unsigned jobs : command.jobs) {
        variants.push_back({jobs, entities == "all", path_of(path)});
      }
    }
  }
  return variants;
}

ExitCode run_index(const IndexCommand& command, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("index makes archives of its own, and takes no --archive",
                "say where it may make them with --scratch DIR");
  }
  catch_interrupts();
  IndexBenchOptions options = command.options;
  options.variants = variants_of(command);
  options.should_stop = [] { return interrupted(); };
  return report_record(program, record_of(bench_index(options)));
}

}  // namespace

void add_index_command(Program& program) {
  const auto command = std::make_shared<IndexCommand>();
  CLI::App& app = add_command(
      program, "index", "Measure how fast articles become an archive",
      {{"dateline-bench index ~/articles", "Three runs, each into a new archive"},
       {"dateline-bench index --jobs 1 --jobs 2 --entities all --entities none ~/articles",
        "One thread and two, with entities and without, in turn"},
       {"dateline-bench index --path bulk --path direct news.jsonl.gz --json -o index.json",
        "Both ways to write, as a record"}},
      [command, &program] { return run_index(*command, program); });
  IndexBenchOptions& options = command->options;
  app.add_option("PATH", options.paths, "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
  app.add_option("--runs", options.runs, "Measure so many times")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
  repeatable(app.add_option("--jobs", command->jobs,
                            "Threads that analyze; 0: one for each core; again for more rows"))
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  repeatable(app.add_option("--entities", command->entities,
                            "Whether to look for people, organizations and places"))
      ->type_name("WHICH")
      ->check(one_of({"all", "none"}));
  repeatable(app.add_option("--path", command->paths,
                            "How to write: all at once, one by one, or as dateline-index would"))
      ->type_name("HOW")
      ->check(one_of({"auto", "bulk", "direct"}));
  app.add_option("--scratch", options.scratch,
                 "Make the archives in this folder; else in $TMPDIR or /tmp")
      ->type_name("DIR");
}

}  // namespace dateline

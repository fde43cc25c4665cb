// dateline-bench query: how fast an archive answers.
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/query_bench.h"
#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

struct QueryCommand {
  std::filesystem::path queries;
  std::size_t samples = 200;
  std::size_t runs = 5;
};

ExitCode run_query(const QueryCommand& command, const Program& program) {
  catch_interrupts();
  const ArchiveLayout layout = find_archive(program.shared.archive);
  ArchiveReader archive(layout);
  XapianPeer peer(layout.generation(read_manifest(layout.manifest()).generation).database());
  const std::vector<SampleQuery> samples = command.queries.empty()
                                               ? make_queries(archive, command.samples)
                                               : read_queries(command.queries);
  if (samples.empty()) {
    throw Error("no queries can be made from the titles of this archive",
                "write some, one a line, and name the file with --queries FILE");
  }
  const std::vector<QueryKindResult> kinds = bench_queries(
      archive, samples,
      {.runs = command.runs, .peer = &peer, .should_stop = [] { return interrupted(); }});
  return report_record(program, record_of(kinds));
}

}  // namespace

void add_query_command(Program& program) {
  const auto command = std::make_shared<QueryCommand>();
  CLI::App& app = add_command(
      program, "query", "Measure how fast an archive answers, by kind of query",
      {{"dateline-bench query --archive ~/news", "Queries made from its own titles"},
       {"dateline-bench query --queries asked.txt --runs 9", "Your queries, one a line"}},
      [command, &program] { return run_query(*command, program); });
  app.add_option("--queries", command->queries,
                 "Ask the lines of this file; else words from the archive's own titles")
      ->type_name("FILE");
  app.add_option("--samples", command->samples, "Make queries from so many titles")
      ->type_name("N")
      ->check(CLI::Range(1U, 100000U));
  app.add_option("--runs", command->runs, "Ask everything so many times, after a first to warm up")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
}

}  // namespace dateline

// dateline-bench query: how fast an archive answers.
#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/query_bench.h"
#include "bench/readers_bench.h"
#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

struct QueryCommand {
  std::filesystem::path queries;
  std::size_t samples = 200;
  std::size_t runs = 5;
  std::vector<std::size_t> readers;
  bool cold = false;
};

/// What is asked in other ways than by one thread of what is in memory.
void add_other_rows(const QueryCommand& command, const ArchiveLayout& layout,
                    std::span<const SampleQuery> samples, Record& record) {
  const ReadersBenchOptions options{.runs = command.runs,
                                    .should_stop = [] { return interrupted(); }};
  for (const std::size_t readers : command.readers) {
    record.rows.push_back(bench_readers(layout, samples, readers, options));
  }
  if (command.cold) {
    constexpr std::size_t most = 50;
    for (RecordRow& row :
         bench_cold(layout, samples.first(std::min(samples.size(), most)), options)) {
      record.rows.push_back(std::move(row));
    }
  }
}

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
  Record record = record_of(kinds);
  add_other_rows(command, layout, samples, record);
  return report_record(program, record);
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
  repeatable(app.add_option("--readers", command->readers,
                            "Ask from so many threads at once as well; again for more rows"))
      ->type_name("N")
      ->check(CLI::Range(1U, 256U));
  app.add_flag("--cold", command->cold,
               "Ask when nothing of the archive is in memory as well, each time in a new process");
  app.add_option("--runs", command->runs, "Ask everything so many times, after a first to warm up")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
}

}  // namespace dateline

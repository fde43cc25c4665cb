// A run measures itself and sends its figures to the process that waits for it.
#include "bench/index_bench.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "bench/support/repeat.h"
#include "bench/support/run_apart.h"
#include "bench/support/scratch_folder.h"
#include "bench/support/usage.h"
#include "common/archive/layout.h"
#include "common/error.h"
#include "indexer/pipeline.h"

namespace dateline {

// To and from JSON, for the way between the processes.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexRun, seconds, cpu_seconds, peak_bytes, articles, problems,
                                   text_bytes, archive_bytes)

namespace {

UpdateOptions to_update(const IndexBenchOptions& options, WriteMode mode) {
  UpdateOptions update;
  update.paths = options.paths;
  update.analysis.entities = options.entities;
  update.mode = mode;
  update.jobs = options.jobs;
  return update;
}

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      bytes += entry.file_size();
    }
  }
  return bytes;
}

IndexReport update(const std::filesystem::path& folder, const IndexBenchOptions& options,
                   WriteMode mode) {
  RunHooks hooks;
  hooks.should_stop = options.should_stop;
  IndexReport report = update_archive(ArchiveLayout{folder}, to_update(options, mode), hooks);
  if (report.interrupted) {
    throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
  }
  if (report.missing_path) {
    throw Error(report.problems.front().source + ": " + report.problems.front().message);
  }
  if (report.added == 0) {
    throw Error("there are no articles to index", "name files or folders of articles");
  }
  return report;
}

IndexRun measure_run(const std::filesystem::path& folder, const IndexBenchOptions& options) {
  const Usage before = usage_so_far();
  const auto start = std::chrono::steady_clock::now();
  const IndexReport report = update(folder, options, WriteMode::Write);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  const Usage after = usage_so_far();
  return {.seconds = time.count(),
          .cpu_seconds = after.cpu_seconds - before.cpu_seconds,
          .peak_bytes = after.peak_bytes,
          .articles = report.added,
          .problems = report.problems.size(),
          .text_bytes = report.text_bytes,
          .archive_bytes = bytes_in(folder)};
}

/// The same in another process.
IndexRun measure_apart(const std::filesystem::path& folder, const IndexBenchOptions& options) {
  const std::string answer =
      run_apart([&] { return nlohmann::json(measure_run(folder, options)).dump(); });
  return nlohmann::json::parse(answer).get<IndexRun>();
}

}  // namespace

std::vector<IndexRun> bench_index(const IndexBenchOptions& options) {
  const auto read_only = [&options] {
    const ScratchFolder scratch(options.scratch);
    update(scratch.path() / "archive", options, WriteMode::DryRun);
    return std::string();
  };
  run_apart(read_only);
  return repeat({.warm_up = 0, .runs = options.runs}, [&options] {
    const ScratchFolder scratch(options.scratch);
    return measure_apart(scratch.path() / "archive", options);
  });
}

}  // namespace dateline

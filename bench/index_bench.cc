// A run measures itself and sends its figures to the process that waits for it.
#include "bench/index_bench.h"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "bench/support/folder_size.h"
#include "bench/support/repeat.h"
#include "bench/support/require_articles.h"
#include "bench/support/run_apart.h"
#include "bench/support/scratch_folder.h"
#include "bench/support/usage.h"
#include "common/archive/layout.h"

namespace dateline {

// To and from JSON, for the way between the processes.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StageTimes, read, analyze, encode, write, finish)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexRun, seconds, cpu_seconds, stages, peak_bytes, articles,
                                   problems, text_bytes, archive_bytes)

namespace {

constexpr double megabyte = 1e6;

UpdateOptions to_update(const IndexBenchOptions& options, const IndexVariant& variant) {
  UpdateOptions update;
  update.paths = options.paths;
  update.analysis.entities = variant.entities;
  update.path = variant.path;
  update.jobs = variant.jobs;
  return update;
}

IndexReport update(const std::filesystem::path& folder, const IndexBenchOptions& options,
                   const UpdateOptions& update) {
  RunHooks hooks;
  hooks.should_stop = options.should_stop;
  IndexReport report = update_archive(ArchiveLayout{folder}, update, hooks);
  require_articles(report);
  return report;
}

IndexRun measure_here(const std::filesystem::path& folder, const IndexBenchOptions& options,
                      const IndexVariant& variant) {
  const Usage before = usage_so_far();
  const auto start = std::chrono::steady_clock::now();
  const IndexReport report = update(folder, options, to_update(options, variant));
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  const Usage after = usage_so_far();
  return {.seconds = time.count(),
          .cpu_seconds = after.cpu_seconds - before.cpu_seconds,
          .stages = report.cpu,
          .peak_bytes = after.peak_bytes,
          .articles = report.added,
          .problems = report.problems.size(),
          .text_bytes = report.text_bytes,
          .archive_bytes = bytes_in(folder)};
}

void read_once(const IndexBenchOptions& options) {
  run_apart([&options] {
    const ScratchFolder scratch(options.scratch);
    UpdateOptions reading = to_update(options, {.entities = false});
    reading.mode = WriteMode::DryRun;
    update(scratch.path() / "archive", options, reading);
    return std::string();
  });
}

double megabytes_of_text(const IndexRun& run) {
  return std::max(static_cast<double>(run.text_bytes), 1.0) / megabyte;
}

/// What a stage took of a megabyte.
Figure stage_figure(std::span<const IndexRun> runs, const std::string& name,
                    double StageTimes::*stage) {
  return figure_of(
      {name + "_cpu_ms_per_megabyte", "  " + name + " ms", 1}, runs,
      [stage](const IndexRun& run) { return run.stages.*stage * 1000 / megabytes_of_text(run); });
}

}  // namespace

std::string name_of(const IndexVariant& variant) {
  const unsigned threads =
      variant.jobs != 0 ? variant.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::string name = std::to_string(threads) + (threads == 1 ? " thread" : " threads");
  name += variant.entities ? "" : ", no entities";
  if (variant.path != WritePath::Automatic) {
    name += variant.path == WritePath::Bulk ? ", in bulk" : ", one by one";
  }
  return name;
}

IndexRun measure_index(const std::filesystem::path& folder, const IndexBenchOptions& options,
                       const IndexVariant& variant) {
  const std::string answer =
      run_apart([&] { return nlohmann::json(measure_here(folder, options, variant)).dump(); });
  return nlohmann::json::parse(answer).get<IndexRun>();
}

std::vector<IndexResult> bench_index(const IndexBenchOptions& options) {
  read_once(options);
  std::vector<IndexResult> results;
  for (const IndexVariant& variant : options.variants) {
    results.push_back({variant, {}});
  }
  for (std::size_t run = 0; run < options.runs; ++run) {
    for (IndexResult& result : results) {
      const ScratchFolder scratch(options.scratch);
      result.runs.push_back(measure_index(scratch.path() / "archive", options, result.variant));
    }
  }
  return results;
}

std::vector<Figure> figures_of(std::span<const IndexRun> runs) {
  return {
      figure_of(
          {"articles_per_second", "articles/s", 1}, runs,
          [](const IndexRun& run) { return static_cast<double>(run.articles) / run.seconds; }),
      figure_of({"megabytes_per_second", "MB/s of text", 2}, runs,
                [](const IndexRun& run) { return megabytes_of_text(run) / run.seconds; }),
      figure_of({"seconds", "seconds", 2}, runs, &IndexRun::seconds),
      figure_of({"peak_megabytes", "peak memory MB", 1}, runs,
                [](const IndexRun& run) { return static_cast<double>(run.peak_bytes) / megabyte; }),
      figure_of({"archive_per_text", "archive / text", 2}, runs,
                [](const IndexRun& run) {
                  return static_cast<double>(run.archive_bytes) / megabyte / megabytes_of_text(run);
                }),
      figure_of(
          {"cpu_ms_per_megabyte", "CPU ms/MB", 1}, runs,
          [](const IndexRun& run) { return run.cpu_seconds * 1000 / megabytes_of_text(run); }),
      stage_figure(runs, "read", &StageTimes::read),
      stage_figure(runs, "analyze", &StageTimes::analyze),
      stage_figure(runs, "encode", &StageTimes::encode),
      stage_figure(runs, "write", &StageTimes::write),
      stage_figure(runs, "finish", &StageTimes::finish),
  };
}

Record record_of(std::span<const IndexResult> results) {
  const IndexRun& run = results.front().runs.front();
  std::ostringstream about;
  about << run.articles << " articles, " << std::fixed << std::setprecision(1)
        << megabytes_of_text(run) << " MB of text, " << run.problems << " problems; "
        << results.front().runs.size() << " runs of each";
  Record record{.bench = "index", .about = about.str(), .rows = {}};
  record.details = {
      {"articles", run.articles}, {"problems", run.problems}, {"text_bytes", run.text_bytes}};
  for (const IndexResult& result : results) {
    record.rows.push_back(
        {.name = name_of(result.variant), .what = {}, .figures = figures_of(result.runs)});
  }
  return record;
}

}  // namespace dateline

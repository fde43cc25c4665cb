// An archive that is opened for each thread shares nothing but the kernel's page cache.
#include "bench/readers_bench.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <latch>
#include <memory>
#include <thread>
#include <utility>

#include "bench/query_bench.h"
#include "bench/support/run_apart.h"
#include "bench/support/statistics.h"
#include "common/error.h"
#include "searcher/match/archive_reader.h"
#include "searcher/search.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct ReadersRun {
  std::vector<double> latencies_ms;  // of all readers
  double seconds = 0;                // from the first question to the last answer
};

ReadersRun run_readers(const std::vector<std::unique_ptr<ArchiveReader>>& archives,
                       std::span<const SearchRequest> requests,
                       const ReadersBenchOptions& options) {
  std::vector<std::vector<double>> latencies(archives.size());
  std::vector<std::exception_ptr> failures(archives.size());
  std::latch begin(static_cast<std::ptrdiff_t>(archives.size()) + 1);
  std::vector<std::jthread> threads;
  threads.reserve(archives.size());
  for (std::size_t reader = 0; reader < archives.size(); ++reader) {
    threads.emplace_back([&, reader] {
      begin.arrive_and_wait();
      try {
        const std::size_t offset = reader * requests.size() / archives.size();
        for (std::size_t i = 0; i < requests.size() && !options.should_stop(); ++i) {
          const Clock::time_point asked = Clock::now();
          search(*archives[reader], requests[(i + offset) % requests.size()]);
          latencies[reader].push_back(ms_since(asked));
        }
      } catch (...) {
        failures[reader] = std::current_exception();
      }
    });
  }
  // Before they begin: this thread may be the last to be told that they have.
  const Clock::time_point start = Clock::now();
  begin.arrive_and_wait();
  threads.clear();
  ReadersRun run;
  run.seconds = ms_since(start) / 1000;
  for (const std::exception_ptr& failure : failures) {
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
  for (const std::vector<double>& of_reader : latencies) {
    run.latencies_ms.insert(run.latencies_ms.end(), of_reader.begin(), of_reader.end());
  }
  return run;
}

void stop_if_asked(const ReadersBenchOptions& options) {
  if (options.should_stop()) {
    throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
  }
}

/// Asks the kernel to drop what it keeps of the files in memory. What is not yet on disk it keeps.
void forget_files(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) {
      continue;
    }
    const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
      ::fdatasync(file);
      ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
      ::close(file);
    }
  }
}

struct ColdAnswer {
  double open_ms = 0;
  double answer_ms = 0;
};

ColdAnswer ask_cold(const ArchiveLayout& layout, const SearchRequest& request) {
  forget_files(layout.folder);
  const std::string answer = run_apart([&] {
    const Clock::time_point start = Clock::now();
    ArchiveReader archive(layout);
    const double open_ms = ms_since(start);
    const Clock::time_point opened = Clock::now();
    search(archive, request);
    return std::to_string(open_ms) + " " + std::to_string(ms_since(opened));
  });
  std::size_t end = 0;
  const double open_ms = std::stod(answer, &end);
  return {open_ms, std::stod(answer.substr(end))};
}

}  // namespace

RecordRow bench_readers(const ArchiveLayout& layout, std::span<const SampleQuery> samples,
                        std::size_t readers, const ReadersBenchOptions& options) {
  const std::vector<SearchRequest> requests = requests_of("page", samples);
  std::vector<std::unique_ptr<ArchiveReader>> archives;
  for (std::size_t i = 0; i < readers; ++i) {
    archives.push_back(std::make_unique<ArchiveReader>(layout));
  }
  run_readers(archives, requests, options);
  std::vector<ReadersRun> runs;
  for (std::size_t i = 0; i < options.runs; ++i) {
    stop_if_asked(options);
    runs.push_back(run_readers(archives, requests, options));
  }
  stop_if_asked(options);
  const auto percentile_of = [](double percent) {
    return [percent](const ReadersRun& run) { return percentile(run.latencies_ms, percent); };
  };
  RecordRow row{.name = "page by " + std::to_string(readers),
                .what = "whole answers, asked by so many threads at once",
                .figures = {}};
  row.figures = {figure_of({"p50_ms", "p50", 2}, runs, percentile_of(50)),
                 figure_of({"p90_ms", "p90", 2}, runs, percentile_of(90)),
                 figure_of({"p99_ms", "p99", 2}, runs, percentile_of(99)),
                 figure_of({"queries_per_second", "queries/s", 0}, runs, [](const ReadersRun& run) {
                   return static_cast<double>(run.latencies_ms.size()) / run.seconds;
                 })};
  return row;
}

std::vector<RecordRow> bench_cold(const ArchiveLayout& layout, std::span<const SampleQuery> samples,
                                  const ReadersBenchOptions& options) {
  std::vector<RecordRow> rows;
  for (const char* kind : {"or", "page"}) {
    std::vector<ColdAnswer> answers;
    for (const SearchRequest& request : requests_of(kind, samples)) {
      stop_if_asked(options);
      answers.push_back(ask_cold(layout, request));
    }
    const auto percentile_of = [&answers](double percent, double ColdAnswer::*part) {
      std::vector<double> values(answers.size());
      std::ranges::transform(answers, values.begin(), part);
      return percentile(values, percent);
    };
    RecordRow row{.name = std::string(kind) + " cold",
                  .what = "the first answer of a process, files not in memory",
                  .figures = {}};
    row.figures = {{"p50_ms", "p50", 2, {percentile_of(50, &ColdAnswer::answer_ms)}},
                   {"p90_ms", "p90", 2, {percentile_of(90, &ColdAnswer::answer_ms)}},
                   {"p99_ms", "p99", 2, {percentile_of(99, &ColdAnswer::answer_ms)}},
                   {"open_p50_ms", "opening p50", 2, {percentile_of(50, &ColdAnswer::open_ms)}}};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace dateline

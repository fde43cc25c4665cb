// The corpus of a size begins with that of the size before, so its file grows as well.
#include "bench/growth/growth_bench.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/growth/article_generator.h"
#include "bench/query_bench.h"
#include "bench/sample_queries.h"
#include "bench/support/require_articles.h"
#include "bench/support/run_apart.h"
#include "bench/support/scratch_folder.h"
#include "bench/support/usage.h"
#include "common/archive/layout.h"
#include "common/error.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

namespace {

using Json = nlohmann::json;

const std::vector<std::string>& measured_kinds() {
  static const std::vector<std::string> kinds{"or", "and", "phrase", "newest", "facets", "page"};
  return kinds;
}

/// So that the disk is idle when measuring begins.
void sync_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

void write_articles(const std::filesystem::path& file, const GenerateOptions& options) {
  std::ofstream out(file, std::ios::binary | std::ios::app);
  generate_articles(options, out);
  out.close();
  if (!out) {
    throw Error("cannot write " + file.string(),
                "name a folder with more room with --scratch DIR, or smaller sizes");
  }
  sync_file(file);
}

/// From the titles of articles that are evenly spaced over all of them.
std::vector<SampleQuery> queries_of(const GrowthBenchOptions& options, std::uint64_t articles) {
  const ArticleGenerator generator(options.seed);
  std::vector<SampleQuery> queries;
  for (std::size_t i = 0; i < options.queries; ++i) {
    std::string line;
    generator.append(i * articles / options.queries, line);
    SampleQuery query = query_of_title(Json::parse(line).at("title").get<std::string>());
    if (!query.words.empty()) {
      queries.push_back(std::move(query));
    }
  }
  return queries;
}

/// Seconds to bring an archive up to date with a file of new articles.
double measure_adding(const std::filesystem::path& archive, const std::filesystem::path& file,
                      const GrowthBenchOptions& options) {
  return std::stod(run_apart([&] {
    UpdateOptions update;
    update.paths = {file.string()};
    update.analysis.entities = options.entities;
    update.jobs = options.jobs;
    const auto start = std::chrono::steady_clock::now();
    RunHooks hooks;
    hooks.should_stop = options.should_stop;
    require_articles(update_archive(ArchiveLayout{archive}, update, hooks));
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    return std::to_string(time.count());
  }));
}

void measure_queries(const std::filesystem::path& folder, const GrowthBenchOptions& options,
                     GrowthStep& step) {
  const std::vector<SampleQuery> samples = queries_of(options, step.articles);
  const std::string answer = run_apart([&] {
    ArchiveReader archive(ArchiveLayout{folder});
    const std::vector<QueryKindResult> results =
        bench_queries(archive, samples,
                      {.kinds = measured_kinds(),
                       .runs = options.query_runs,
                       .should_stop = options.should_stop});
    Json json{{"peak", usage_so_far().peak_bytes}};
    for (const QueryKindResult& result : results) {
      for (const QueryRun& run : result.runs) {
        json["p50"][std::string(result.kind->name)].push_back(run.p50_ms);
        json["p99"][std::string(result.kind->name)].push_back(run.p99_ms);
      }
    }
    return json.dump();
  });
  const Json json = Json::parse(answer);
  step.query_peak_bytes = json.at("peak").get<std::uint64_t>();
  json.at("p50").get_to(step.p50_ms);
  json.at("p99").get_to(step.p99_ms);
}

GrowthStep measure_size(const std::filesystem::path& scratch, const GrowthBenchOptions& options,
                        std::uint64_t articles) {
  GrowthStep step;
  step.articles = articles;
  const std::filesystem::path archive = scratch / "archive";
  const std::filesystem::path more = scratch / "more.jsonl";
  IndexBenchOptions index;
  index.paths = {(scratch / "articles.jsonl").string()};
  index.should_stop = options.should_stop;
  for (std::size_t run = 0; run < options.index_runs; ++run) {
    std::filesystem::remove_all(archive);
    step.index.push_back(
        measure_index(archive, index, {options.jobs, options.entities, WritePath::Automatic}));
  }
  // From elsewhere in the endless corpus: no larger size has them too.
  constexpr std::uint64_t elsewhere = 1'000'000'000;
  std::filesystem::remove(more);
  write_articles(more, {.seed = options.seed, .first = elsewhere, .articles = added_articles});
  options.on_progress(std::to_string(articles) + " articles: adding, and asking");
  step.add_seconds = measure_adding(archive, more, options);
  measure_queries(archive, options, step);
  std::filesystem::remove_all(archive);
  return step;
}

RecordRow row_of(const GrowthStep& step) {
  constexpr double megabyte = 1e6;
  RecordRow row{.name = std::to_string(step.articles), .what = {}, .figures = {}};
  row.figures.push_back({"text_megabytes",
                         "MB of text",
                         1,
                         {static_cast<double>(step.index.front().text_bytes) / megabyte}});
  for (Figure& figure : figures_of(step.index)) {
    row.figures.push_back(std::move(figure));
  }
  row.figures.push_back({"add_100_seconds", "adding 100, s", 2, {step.add_seconds}});
  for (const std::string& kind : measured_kinds()) {
    if (step.p50_ms.contains(kind)) {
      row.figures.push_back({kind + "_p50_ms", kind + " p50 ms", 2, step.p50_ms.at(kind)});
      row.figures.push_back({kind + "_p99_ms", kind + " p99 ms", 2, step.p99_ms.at(kind)});
    }
  }
  row.figures.push_back({"query_peak_megabytes",
                         "searcher MB",
                         1,
                         {static_cast<double>(step.query_peak_bytes) / megabyte}});
  return row;
}

}  // namespace

std::vector<GrowthStep> bench_growth(const GrowthBenchOptions& options) {
  const ScratchFolder scratch(options.scratch);
  std::vector<GrowthStep> steps;
  std::uint64_t written = 0;
  for (const std::uint64_t size : options.sizes) {
    options.on_progress(std::to_string(size) + " articles: making them, and an archive");
    run_apart([&] {
      write_articles(scratch.path() / "articles.jsonl", {.seed = options.seed,
                                                         .first = written,
                                                         .articles = size - written,
                                                         .jobs = options.jobs,
                                                         .should_stop = options.should_stop});
      return std::string();
    });
    written = size;
    steps.push_back(measure_size(scratch.path(), options, size));
  }
  return steps;
}

Record record_of(const std::vector<GrowthStep>& steps) {
  Record record{.bench = "growth",
                .about = "archives of generated articles; " +
                         std::to_string(steps.front().index.size()) + " runs of indexing, " +
                         "queries of six kinds in milliseconds",
                .rows = {}};
  for (const GrowthStep& step : steps) {
    record.rows.push_back(row_of(step));
  }
  return record;
}

}  // namespace dateline

// What happens as an archive grows: the same measurements on ever more articles, which are
// generated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/index_bench.h"
#include "bench/record/record.h"

namespace dateline {

struct GrowthBenchOptions {
  std::vector<std::uint64_t> sizes;  ///< of archives, in articles; growing
  std::uint64_t seed = 1;            ///< of the articles
  unsigned jobs = 0;                 ///< as in UpdateOptions
  bool entities = true;
  std::size_t index_runs = 1;
  std::size_t query_runs = 3;
  std::size_t queries = 50;  ///< of each kind
  std::filesystem::path scratch;
  std::function<bool()> should_stop = [] { return false; };
  std::function<void(const std::string& doing)> on_progress = [](const std::string&) {};
};

/// What was measured at one size.
struct GrowthStep {
  std::uint64_t articles = 0;
  std::vector<IndexRun> index;                        ///< from nothing
  double add_seconds = 0;                             ///< to add `added_articles` to what is there
  std::uint64_t query_peak_bytes = 0;                 ///< of memory, of the process that asked
  std::map<std::string, std::vector<double>> p50_ms;  ///< by kind of query, for each run
  std::map<std::string, std::vector<double>> p99_ms;
};

inline constexpr std::uint64_t added_articles = 100;

/// Measures at every size: an archive made from nothing, a hundred articles added to it, and
/// queries from titles of its articles, warm, each in a process of its own. Needs room for the
/// largest archive, its articles and what is spilled while it is made: some six times the text.
/// Throws Error when it is asked to stop or the disk is full. For a process that has one thread.
std::vector<GrowthStep> bench_growth(const GrowthBenchOptions& options);

Record record_of(const std::vector<GrowthStep>& steps);

}  // namespace dateline

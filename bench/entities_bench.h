// What it costs to find the names in articles: reading, and everything up to joined mentions, on
// one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "bench/record/record.h"

namespace dateline {

struct EntitiesBenchOptions {
  std::vector<std::string> paths;
  std::size_t runs = 5;
  std::function<bool()> should_stop = [] { return false; };
};

/// One run over all articles, as it was measured.
struct EntitiesRun {
  double read_cpu_seconds = 0;  ///< files to mended articles, with headline and publication
  double tag_cpu_seconds = 0;   ///< tokenising, tagging and coreference
  double date_cpu_seconds = 0;  ///< the dates that are named
  std::size_t articles = 0;
  std::size_t problems = 0;
  std::size_t mentions = 0;
  std::uint64_t text_bytes = 0;  ///< titles and texts
};

/// Goes through all articles once to warm up, then `runs` times. Throws Error when there are none
/// to read, or when it is asked to stop.
std::vector<EntitiesRun> bench_entities(const EntitiesBenchOptions& options);

Record record_of(std::span<const EntitiesRun> runs);

}  // namespace dateline

// How fast articles become an archive: the whole way of an article, as `dateline-index update` goes
// it, into a new archive each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "bench/record/record.h"
#include "indexer/pipeline.h"

namespace dateline {

/// A way to index.
struct IndexVariant {
  unsigned jobs = 0;  ///< as in UpdateOptions
  bool entities = true;
  WritePath path = WritePath::Automatic;
};

/// "2 threads, no entities, one by one"
std::string name_of(const IndexVariant& variant);

struct IndexBenchOptions {
  std::vector<std::string> paths;
  std::size_t runs = 3;
  std::vector<IndexVariant> variants = {{}};
  std::filesystem::path scratch;  ///< where the archives are made; empty: the temporary folder
  std::function<bool()> should_stop = [] { return false; };
};

/// One run, as it was measured.
struct IndexRun {
  double seconds = 0;  ///< until the archive is committed and closed
  double cpu_seconds = 0;
  StageTimes stages;
  std::uint64_t peak_bytes = 0;  ///< of memory, of the process that did this run
  std::size_t articles = 0;
  std::size_t problems = 0;
  std::uint64_t text_bytes = 0;     ///< titles and texts
  std::uint64_t archive_bytes = 0;  ///< all files of the archive
};

/// What was measured of one way.
struct IndexResult {
  IndexVariant variant;
  std::vector<IndexRun> runs;
};

/// Reads everything once without writing, so that all runs find the files in the page cache; then
/// indexes it in all ways, `runs` times in turn, each in a process and a folder of its own. Throws
/// Error when there is nothing to index, a PATH cannot be opened, or it is asked to stop. For a
/// process that has one thread.
std::vector<IndexResult> bench_index(const IndexBenchOptions& options);

/// One run into this folder, which must not be there, and stays; in a process of its own.
IndexRun measure_index(const std::filesystem::path& folder, const IndexBenchOptions& options,
                       const IndexVariant& variant);

/// Its figures; at least one run.
std::vector<Figure> figures_of(std::span<const IndexRun> runs);

Record record_of(std::span<const IndexResult> results);

}  // namespace dateline

// How fast articles become an archive: the whole way of an article, as `dateline-index update` goes
// it, into a new archive each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline {

struct IndexBenchOptions {
  std::vector<std::string> paths;
  std::size_t runs = 3;
  unsigned jobs = 0;  ///< as in UpdateOptions
  bool entities = true;
  std::filesystem::path scratch;  ///< where the archives are made; empty: the temporary folder
  std::function<bool()> should_stop = [] { return false; };
};

/// One run, as it was measured.
struct IndexRun {
  double seconds = 0;  ///< until the archive is committed and closed
  double cpu_seconds = 0;
  std::uint64_t peak_bytes = 0;  ///< of memory, of the process that did this run
  std::size_t articles = 0;
  std::size_t problems = 0;
  std::uint64_t text_bytes = 0;     ///< titles and texts
  std::uint64_t archive_bytes = 0;  ///< all files of the archive
};

/// Reads everything once without writing, so that all runs find the files in the page cache; then
/// indexes it `runs` times, each in a process and a folder of its own. Throws Error when there is
/// nothing to index, a PATH cannot be opened, or it is asked to stop. For a process that has one
/// thread.
std::vector<IndexRun> bench_index(const IndexBenchOptions& options);

}  // namespace dateline

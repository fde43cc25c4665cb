// How fast an archive answers when several ask at once, and when nothing of it is in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "bench/record/record.h"
#include "bench/sample_queries.h"
#include "common/archive/layout.h"

namespace dateline {

struct ReadersBenchOptions {
  std::size_t runs = 3;
  std::function<bool()> should_stop = [] { return false; };
};

/// A row: so many threads, each with the archive open for itself, ask whole pages one after the
/// other, each all samples, beginning at another place. Throws Error when it is asked to stop.
RecordRow bench_readers(const ArchiveLayout& layout, std::span<const SampleQuery> samples,
                        std::size_t readers, const ReadersBenchOptions& options);

/// Rows: `or` and `page`, each query in a process of its own that opens the archive first, when the
/// kernel has been asked to forget the archive's files. For a process that has one thread. Throws
/// Error when it is asked to stop.
std::vector<RecordRow> bench_cold(const ArchiveLayout& layout, std::span<const SampleQuery> samples,
                                  const ReadersBenchOptions& options);

}  // namespace dateline

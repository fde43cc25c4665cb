// The way of an article, whole: files are found and read, what is new or changed is analyzed and
// written, what is gone is removed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/read/reader.h"
#include "indexer/write/archive_writer.h"

namespace dateline {

inline constexpr std::size_t default_memory_bytes = std::size_t{512} << 20;

struct UpdateOptions {
  std::vector<std::string> paths;
  std::optional<InputFormat> format;  ///< of all files; else as their names say
  AnalysisOptions analysis;
  WriteMode mode = WriteMode::Write;
  WritePath path = WritePath::Automatic;
  bool prune = false;
  bool verify = false;  ///< reads files again that look untouched
  unsigned jobs = 0;    ///< threads that work; 0: as many as the machine has cores
  std::size_t memory_bytes = default_memory_bytes;  ///< of the whole process, as far as we have it
};

/// Seconds of CPU time that the stages of the way took, on all threads together.
struct StageTimes {
  double read = 0;     ///< from files to articles, each compared with the archive
  double analyze = 0;  ///< terms, names and dates
  double encode = 0;   ///< into what is written: records, and postings that are ordered
  double write = 0;    ///< handed to the writer, and written one by one where they are few
  double finish = 0;   ///< tables written where they are many, names settled, all committed
};

/// What an update did, or in a dry run would have done.
struct IndexReport {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::vector<ReadProblem> problems;
  bool missing_path = false;     ///< a PATH itself could not be opened
  bool interrupted = false;      ///< asked to stop; what was read until then is in
  std::size_t other_files = 0;   ///< in folders, of no format known by name
  std::uint64_t text_bytes = 0;  ///< of all articles that were read
  double seconds = 0;
  StageTimes cpu;
};

struct Progress {
  std::size_t articles = 0;  ///< read so far
  std::uint64_t text_bytes = 0;
  double fraction = 0;  ///< of the bytes of all files; 0 when that is not known
  double seconds = 0;
};

/// What a long run looks at and tells while it works.
struct RunHooks {
  std::function<bool()> should_stop = [] { return false; };
  std::function<void(const Progress&)> on_progress = [](const Progress&) {};
};

/// Brings an archive in step with files and folders. Small changes are committed every few seconds,
/// large ones all at once, at the end; what is committed is complete. Throws Error when the
/// archive cannot be written.
IndexReport update_archive(const ArchiveLayout& layout, const UpdateOptions& options,
                           const RunHooks& hooks);

}  // namespace dateline

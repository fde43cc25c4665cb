// The archive as a whole, written anew: smaller in its own place, or somewhere else.
#pragma once

#include <cstdint>
#include <filesystem>

#include "common/archive/layout.h"

namespace dateline {

struct CompactReport {
  std::uint64_t bytes_before = 0;  ///< of the files of the generation
  std::uint64_t bytes_after = 0;
};

/// Rewrites the archive as a new generation without gaps in its tables. Readers go on; the old
/// generation is the archive until the new one is whole. Throws Error as a writer does.
CompactReport compact_archive(const ArchiveLayout& layout);

/// Copies one committed state of the archive, compact and whole, with its corrections, into
/// `target`, which is not there yet or an empty folder. Readers go on, and so does a writer, but
/// that its next commit waits until the copy is made. An interrupted copy leaves no archive.
/// Throws Error.
void snapshot_archive(const ArchiveLayout& layout, const std::filesystem::path& target);

}  // namespace dateline

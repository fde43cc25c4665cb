// Generations: everything derived from articles is made aside, whole and synced, before the
// manifest names it. What no manifest names is left over from a run that died, and is removed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "common/archive/manifest.h"

namespace dateline {

/// Removes what runs that died have left in the archive's folder: generations other than
/// `current`, and drafts of files; and what archives of schema version 2 kept there. Only for who
/// holds the archive's lock. Never throws: what cannot be removed now is no harm.
void remove_leftovers(const ArchiveLayout& layout, std::uint32_t current) noexcept;

/// The highest number of a generation that is there, whole or not; 0 for none.
std::uint32_t last_generation(const ArchiveLayout& layout);

/// A folder for a generation that will be. It is removed again when it was not published: what is
/// begun and not finished must not fill the disk.
class NewGeneration {
 public:
  /// Makes the folder, with the number after `current`.
  NewGeneration(const ArchiveLayout& layout, std::uint32_t current);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  std::uint32_t number() const { return number_; }
  const Generation& generation() const { return generation_; }

  /// Makes it the archive: writes the manifest with its number and digests, while no reader holds
  /// the gate, then removes the one before. From here on it stays.
  void publish(Manifest& manifest);

 private:
  ArchiveLayout layout_;
  std::uint32_t number_;
  Generation generation_;
  bool is_published_ = false;
};

/// Makes a new archive without articles in a folder that is there.
Manifest make_empty_archive(const ArchiveLayout& layout, std::string_view model);

/// Copies databases, whose documents have different numbers, into one compact database in a
/// new folder, synced. Throws Xapian::Error.
void join_databases(std::span<const std::filesystem::path> databases,
                    const std::filesystem::path& target);

/// What every file of a generation is, on several threads.
FileDigests digest_files(const Generation& generation);

/// Throws Error(Damaged) when the files of the archive are not what its manifest says: what is
/// made of them would be as damaged, with digests that call it right. Where a writer has died the
/// manifest says nothing.
void require_whole(const ArchiveLayout& layout, const Manifest& manifest);

}  // namespace dateline

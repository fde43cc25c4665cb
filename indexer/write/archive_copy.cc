// Compaction copies what is committed and nothing else.
#include "indexer/write/archive_copy.h"

#include <xapian.h>

#include <string>
#include <system_error>
#include <vector>

#include "common/archive/database_error.h"
#include "common/archive/manifest.h"
#include "common/error.h"
#include "indexer/write/archive_lock.h"
#include "indexer/write/generations.h"
#include "indexer/write/name_writer.h"
#include "indexer/write/settlement.h"

namespace dateline {

namespace {

Manifest read_compatible_manifest(const ArchiveLayout& layout) {
  if (!archive_exists(layout)) {
    throw_no_archive(layout);
  }
  Manifest manifest = read_manifest(layout.manifest());
  require_compatible(manifest, layout.folder);
  return manifest;
}

/// Copies a generation to a folder that is there: the tables compact, the entities settled for
/// them.
void copy_generation(const Generation& from, const Generation& to) {
  join_databases(std::vector{from.database()}, to.database());
  NameWriter names(from);
  names.save_to(to);
  settle_entities(Xapian::Database(to.database().string()), names);
  if (const std::string sources = read_whole_file(from.sources()); !sources.empty()) {
    write_file_atomically(to.sources(), sources);
  }
}

std::uint64_t total_bytes(const FileDigests& files) {
  std::uint64_t bytes = 0;
  for (const auto& [name, digest] : files) {
    bytes += digest.bytes;
  }
  return bytes;
}

/// A folder beside the one that is wanted, until it is whole.
class DraftFolder {
 public:
  explicit DraftFolder(const std::filesystem::path& wanted) : wanted_(wanted), draft_(wanted) {
    draft_ += ".partial";
    std::error_code failure;
    std::filesystem::remove_all(draft_, failure);
    std::filesystem::create_directories(draft_, failure);
    if (failure) {
      fail(failure);
    }
  }
  ~DraftFolder() {
    std::error_code failure;
    std::filesystem::remove_all(draft_, failure);
  }
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;

  const std::filesystem::path& path() const { return draft_; }

  void put_in_place() {
    std::error_code failure;
    std::filesystem::rename(draft_, wanted_, failure);
    if (failure) {
      fail(failure);
    }
  }

 private:
  [[noreturn]] void fail(const std::error_code& failure) const {
    throw Error("cannot make " + wanted_.string() + ": " + failure.message(),
                "name a folder that is not there yet, on a disk with room that you may write to");
  }

  std::filesystem::path wanted_;
  std::filesystem::path draft_;
};

void require_free_place(const std::filesystem::path& target) {
  std::error_code failure;
  if (std::filesystem::exists(target, failure) &&
      !(std::filesystem::is_directory(target, failure) &&
        std::filesystem::is_empty(target, failure))) {
    throw Error(target.string() + " is there already, and is no empty folder",
                "name a folder that is not there yet");
  }
}

}  // namespace

CompactReport compact_archive(const ArchiveLayout& layout) {
  read_compatible_manifest(layout);
  const ArchiveLock lock(layout.lock());
  Manifest manifest = read_compatible_manifest(layout);
  remove_leftovers(layout, manifest.generation);
  require_whole(layout, manifest);
  return write_database(layout.folder, [&] {
    CompactReport report;
    const Generation before = layout.generation(manifest.generation);
    report.bytes_before = total_bytes(digest_files(before));
    NewGeneration next(layout, manifest.generation);
    copy_generation(before, next.generation());
    next.publish(manifest);
    report.bytes_after = total_bytes(*manifest.files);
    return report;
  });
}

void snapshot_archive(const ArchiveLayout& layout, const std::filesystem::path& target) {
  read_compatible_manifest(layout);
  // A trailing slash names the same folder.
  const std::filesystem::path wanted = target.has_filename() ? target : target.parent_path();
  require_free_place(wanted);
  DraftFolder draft(wanted);
  const ArchiveLayout copy{draft.path()};
  constexpr std::uint32_t first_generation = 1;
  const Generation generation = copy.generation(first_generation);
  std::filesystem::create_directory(generation.folder);
  write_database(layout.folder, [&] {
    const CommitGate gate(layout.commit_lock());
    const LockedFile hold = gate.hold_off_commits();
    Manifest manifest = read_compatible_manifest(layout);
    require_whole(layout, manifest);
    copy_generation(layout.generation(manifest.generation), generation);
    manifest.generation = first_generation;
    manifest.files = digest_files(generation);
    write_file_atomically(copy.corrections(), read_whole_file(layout.corrections()));
    write_manifest(copy.manifest(), manifest);
  });
  draft.put_in_place();
}

}  // namespace dateline

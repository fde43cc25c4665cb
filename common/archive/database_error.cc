// The sentences for Xapian's errors.
#include "common/archive/database_error.h"

#include <cerrno>
#include <cstring>
#include <string>

#include "common/archive/damage_hint.h"
#include "common/error.h"

namespace dateline {

namespace {

/// Tables that are cut short or missing show as errors of no system call, or of a missing file:
/// that there is an archive was known before. Numbers that are too large, and documents that a list
/// has and a table has not, are told by other types. A state that is gone again whenever it is
/// opened anew was never there.
bool is_damage(const Xapian::Error& error) {
  const std::string type = error.get_type();
  if (type == "RangeError" || type == "DocNotFoundError" || type == "SerialisationError" ||
      type == "DatabaseModifiedError") {
    return true;
  }
  const char* const reason = error.get_error_string();
  const bool is_of_files =
      type == "DatabaseError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError";
  return type == "DatabaseCorruptError" ||
         (is_of_files && (reason == nullptr || std::string(reason) == std::strerror(ENOENT)));
}

}  // namespace

bool has_new_generation(const ArchiveLayout& layout, const Manifest& manifest) {
  return read_manifest(layout.manifest()).generation != manifest.generation;
}

bool have_new_generation(std::span<const ArchiveLayout> layouts,
                         std::span<const Manifest> manifests) {
  for (std::size_t i = 0; i < layouts.size(); ++i) {
    if (has_new_generation(layouts[i], manifests[i])) {
      return true;
    }
  }
  return false;
}

std::vector<Manifest> read_manifests(std::span<const ArchiveLayout> layouts) {
  std::vector<Manifest> manifests;
  for (const ArchiveLayout& layout : layouts) {
    manifests.push_back(read_manifest(layout.manifest()));
    require_compatible(manifests.back(), layout.folder);
  }
  return manifests;
}

std::filesystem::path list_folders(std::span<const ArchiveLayout> layouts) {
  std::string folders;
  for (const ArchiveLayout& layout : layouts) {
    folders += (folders.empty() ? "" : " or ") + layout.folder.string();
  }
  return folders;
}

void throw_absurd_size(const std::filesystem::path& archive_folder) {
  throw Error("the archive in " + archive_folder.string() +
                  " is damaged: reading it asks for more memory than there is",
              damage_hint, ExitCode::Damaged);
}

void require_same_generation(const ArchiveLayout& layout, const Manifest& manifest) {
  if (has_new_generation(layout, manifest)) {
    throw Xapian::DatabaseModifiedError("there is a new generation");
  }
}

void throw_database_error(const Xapian::Error& error, const std::filesystem::path& archive_folder,
                          DatabaseAccess access) {
  const std::string archive = "the archive in " + archive_folder.string();
  const std::string type = error.get_type();
  // The same type also tells that the lock file may not be written.
  if (type == "DatabaseLockError" && error.get_msg().find("already locked") != std::string::npos) {
    throw Error("another program is writing to " + archive,
                "wait until it is done, then run the command again", ExitCode::Locked);
  }
  if (is_damage(error)) {
    throw Error(archive + " is damaged: " + error.get_msg(), damage_hint, ExitCode::Damaged);
  }
  if (type == "DatabaseVersionError") {
    throw Error(archive + " is of another Xapian version: " + error.get_msg(),
                "dateline-index update --rebuild PATH... makes it anew from its articles",
                ExitCode::OtherVersion);
  }
  const std::string reason =
      error.get_error_string() == nullptr ? error.get_msg() : error.get_error_string();
  if (access == DatabaseAccess::Write) {
    throw Error("cannot write to " + archive + ": " + reason,
                "what was committed before is kept; make sure that the disk has room and the "
                "folder is yours, then run the command again");
  }
  throw Error("cannot read " + archive + ": " + reason,
              "check that the folder is whole and that you may read it");
}

}  // namespace dateline

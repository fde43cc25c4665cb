// Xapian's errors as ours: what happened to an archive, and what the user can do about it.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <new>
#include <span>
#include <stdexcept>
#include <vector>

#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/crash_guard.h"
#include "common/error.h"

namespace dateline {

enum class DatabaseAccess { Read, Write };

/// Throws the Error, with its exit code, for what Xapian complained of while an archive was read
/// or written.
[[noreturn]] void throw_database_error(const Xapian::Error& error,
                                       const std::filesystem::path& archive_folder,
                                       DatabaseAccess access);

/// Throws the Error for damaged tables that made Xapian ask for more memory than there is.
[[noreturn]] void throw_absurd_size(const std::filesystem::path& archive_folder);

/// Whether the archive is another generation than this manifest says.
bool has_new_generation(const ArchiveLayout& layout, const Manifest& manifest);

/// For who has read files of a generation one after the other: throws DatabaseModifiedError when
/// the archive is another by now, for the later ones may have been gone already.
void require_same_generation(const ArchiveLayout& layout, const Manifest& manifest);

/// The same of several archives: whether any is another by now.
bool have_new_generation(std::span<const ArchiveLayout> layouts,
                         std::span<const Manifest> manifests);

/// The manifests of these archives, all of which this program can read. Throws Error.
std::vector<Manifest> read_manifests(std::span<const ArchiveLayout> layouts);

/// The folder of one archive; of several all folders with "or" between, to be put in a sentence.
std::filesystem::path list_folders(std::span<const ArchiveLayout> layouts);

/// Runs what writes to the archive in `folder` and returns its result. A crash is told as damage.
template <typename Call>
auto write_database(const std::filesystem::path& folder, Call call) {
  const CrashGuard guard(folder);
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw_database_error(error, folder, DatabaseAccess::Write);
  } catch (const std::length_error&) {
    throw_absurd_size(folder);
  }
}

/// Runs what reads one committed state of each of these archives, given the manifests that name
/// them, and returns its result. When a writer has overtaken it, in the tables or by a new
/// generation, it is run again: a writer commits every few seconds at most, a query takes
/// milliseconds. A crash is told as damage. Errors that do not say which archive they are of name
/// all of them.
template <typename Call>
auto read_archives(std::span<const ArchiveLayout> layouts, Call call) {
  constexpr int max_attempts = 20;
  const std::filesystem::path folders = list_folders(layouts);
  const CrashGuard guard(folders);
  for (int attempt = 1;; ++attempt) {
    const std::vector<Manifest> manifests = read_manifests(layouts);
    try {
      return call(std::span<const Manifest>(manifests));
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == max_attempts) {
        throw_database_error(error, folders, DatabaseAccess::Read);
      }
    } catch (const Xapian::Error& error) {
      if (attempt == max_attempts || !have_new_generation(layouts, manifests)) {
        throw_database_error(error, folders, DatabaseAccess::Read);
      }
    } catch (const Error&) {
      if (attempt == max_attempts || !have_new_generation(layouts, manifests)) {
        throw;
      }
    } catch (const std::bad_alloc&) {
      throw_absurd_size(folders);
    } catch (const std::length_error&) {
      throw_absurd_size(folders);
    }
  }
}

/// The same for one archive.
template <typename Call>
auto read_archive(const ArchiveLayout& layout, Call call) {
  return read_archives({&layout, 1}, [&call](std::span<const Manifest> manifests) {
    return call(manifests.front());
  });
}

}  // namespace dateline

// Xapian's errors as ours: what happened to an archive, and what the user can do about it.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <new>
#include <stdexcept>

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

/// Runs what reads one committed state of an archive, given the manifest that names it, and returns
/// its result. When a writer has overtaken it, in the tables or by a new generation, it is run
/// again: a writer commits every few seconds at most, a query takes milliseconds. A crash is told
/// as damage.
template <typename Call>
auto read_archive(const ArchiveLayout& layout, Call call) {
  constexpr int max_attempts = 20;
  const CrashGuard guard(layout.folder);
  for (int attempt = 1;; ++attempt) {
    const Manifest manifest = read_manifest(layout.manifest());
    require_compatible(manifest, layout.folder);
    try {
      return call(manifest);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == max_attempts) {
        throw_database_error(error, layout.folder, DatabaseAccess::Read);
      }
    } catch (const Xapian::Error& error) {
      if (attempt == max_attempts || !has_new_generation(layout, manifest)) {
        throw_database_error(error, layout.folder, DatabaseAccess::Read);
      }
    } catch (const Error&) {
      if (attempt == max_attempts || !has_new_generation(layout, manifest)) {
        throw;
      }
    } catch (const std::bad_alloc&) {
      throw_absurd_size(layout.folder);
    } catch (const std::length_error&) {
      throw_absurd_size(layout.folder);
    }
  }
}

}  // namespace dateline

// Xapian's errors as ours: what happened to an archive, and what the user can do about it.
#pragma once

#include <xapian.h>

#include <filesystem>

namespace dateline {

enum class DatabaseAccess { Read, Write };

/// Throws the Error, with its exit code, for what Xapian complained of while an archive was read
/// or written.
[[noreturn]] void throw_database_error(const Xapian::Error& error,
                                       const std::filesystem::path& archive_folder,
                                       DatabaseAccess access);

/// Runs what writes to the archive in `folder` and returns its result.
template <typename Call>
auto write_database(const std::filesystem::path& folder, Call call) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw_database_error(error, folder, DatabaseAccess::Write);
  }
}

/// Runs what reads one committed state of the archive in `folder` and returns its result. When a
/// writer has overtaken it, it is run again, after `reopen`: a writer commits every few seconds at
/// most, a query takes milliseconds.
template <typename Call, typename Reopen>
auto read_database(const std::filesystem::path& folder, Call call, Reopen reopen) {
  constexpr int max_attempts = 20;
  for (int attempt = 1;; ++attempt) {
    try {
      if (attempt > 1) {
        reopen();
      }
      return call();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == max_attempts) {
        throw_database_error(error, folder, DatabaseAccess::Read);
      }
    } catch (const Xapian::Error& error) {
      throw_database_error(error, folder, DatabaseAccess::Read);
    }
  }
}

}  // namespace dateline

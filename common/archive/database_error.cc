// The sentences for Xapian's errors.
#include "common/archive/database_error.h"

#include <string>

#include "common/error.h"

namespace dateline {

void throw_database_error(const Xapian::Error& error, const std::filesystem::path& archive_folder,
                          DatabaseAccess access) {
  const std::string archive = "the archive in " + archive_folder.string();
  const std::string type = error.get_type();
  const std::string rebuild_hint = "index the articles again into a new archive";
  if (type == "DatabaseLockError") {
    throw Error("another program is writing to " + archive,
                "wait until it is done, then run the command again", ExitCode::Locked);
  }
  if (type == "DatabaseCorruptError") {
    throw Error(archive + " is damaged: " + error.get_msg(), rebuild_hint, ExitCode::Damaged);
  }
  if (type == "DatabaseVersionError") {
    throw Error(archive + " is of another Xapian version: " + error.get_msg(), rebuild_hint,
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

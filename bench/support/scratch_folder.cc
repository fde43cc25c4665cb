// Makes the folder, and takes it away again.
#include "bench/support/scratch_folder.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++

#include <cerrno>
#include <string>
#include <system_error>

#include "common/error.h"

namespace dateline {

ScratchFolder::ScratchFolder(const std::filesystem::path& parent) {
  const std::filesystem::path place =
      parent.empty() ? std::filesystem::temp_directory_path() : parent;
  std::string name = (place / "dateline-bench-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    const std::string reason = std::generic_category().message(errno);
    throw Error("cannot make a folder in " + place.string() + ": " + reason,
                "name a folder with room for an archive with --scratch DIR");
  }
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace dateline

// Lengths of files, not blocks of the disk: those depend on the file system.
#include "bench/support/folder_size.h"

namespace dateline {

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      bytes += entry.file_size();
    }
  }
  return bytes;
}

}  // namespace dateline

// A folder for what a benchmark writes, gone afterwards.
#pragma once

#include <filesystem>

namespace dateline {

class ScratchFolder {
 public:
  /// A new folder in `parent`; when that is empty, where the system keeps what is temporary
  /// ($TMPDIR, else /tmp). Throws Error when it cannot be made.
  explicit ScratchFolder(const std::filesystem::path& parent);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace dateline

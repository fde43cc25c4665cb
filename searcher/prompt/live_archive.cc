// Looks at the files that are replaced when an archive changes.
#include "searcher/prompt/live_archive.h"

#include <sys/stat.h>

#include <filesystem>
#include <system_error>

namespace dateline {

namespace {

/// What tells a file from another that took its place.
std::string identity_of(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) {
    return "-;";
  }
  return std::to_string(status.st_dev) + "," + std::to_string(status.st_ino) + "," +
         std::to_string(status.st_size) + "," + std::to_string(status.st_mtim.tv_sec) + "," +
         std::to_string(status.st_mtim.tv_nsec) + ";";
}

}  // namespace

ArchiveReader& LiveArchive::reader() {
  std::string manifests;
  std::string corrections;
  for (const NamedArchive& archive : archives_) {
    manifests += identity_of(archive.layout.manifest());
    corrections += identity_of(archive.layout.corrections());
  }
  const bool has_new_corrections = corrections != seen_corrections_;
  if (!reader_ || manifests != seen_manifests_ || has_new_corrections) {
    reader_.reset();
    reader_ = std::make_unique<ArchiveReader>(archives_);
    // What was there before opening: a change since then is seen the next time.
    seen_manifests_ = std::move(manifests);
    seen_corrections_ = std::move(corrections);
    ++openings_;
    if (has_new_corrections) {
      report_(*reader_);
    }
  }
  return *reader_;
}

std::vector<NamedArchive> LiveArchive::archives() const {
  std::vector<NamedArchive> archives = archives_;
  for (NamedArchive& archive : archives) {
    std::error_code problem;
    const std::filesystem::path folder = std::filesystem::absolute(archive.layout.folder, problem);
    if (!problem) {
      archive.layout.folder = folder.lexically_normal();
    }
  }
  return archives;
}

}  // namespace dateline

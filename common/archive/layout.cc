// Finding an archive, and replacing its files as wholes.
#include "common/archive/layout.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

std::filesystem::path environment_path(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

[[noreturn]] void fail_to_write(const std::filesystem::path& file) {
  const std::string reason = std::strerror(errno);
  throw Error("cannot write " + file.string() + ": " + reason,
              "make room on the disk or choose another folder with --archive");
}

/// A file descriptor that is closed whatever happens.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool close() {
    const int closing = std::exchange(number_, -1);
    return closing < 0 || ::close(closing) == 0;
  }

 private:
  int number_;
};

void write_all(const Descriptor& descriptor, std::string_view content,
               const std::filesystem::path& file) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor.number(), content.data(), content.size());
    if (written < 0 && errno != EINTR) {
      fail_to_write(file);
    }
    content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() >= 0) {
    ::fsync(descriptor.number());
  }
}

}  // namespace

ArchiveLayout find_archive(const std::filesystem::path& requested) {
  if (!requested.empty()) {
    return {std::filesystem::absolute(requested)};
  }
  if (const auto folder = environment_path("DATELINE_ARCHIVE"); !folder.empty()) {
    return {std::filesystem::absolute(folder)};
  }
  if (const auto data = environment_path("XDG_DATA_HOME"); data.is_absolute()) {
    return {data / "dateline" / "archive"};
  }
  if (const auto home = environment_path("HOME"); !home.empty()) {
    return {std::filesystem::absolute(home) / ".local" / "share" / "dateline" / "archive"};
  }
  throw Error("no archive is named, and there is no home folder to look in",
              "name one with --archive DIR or in $DATELINE_ARCHIVE");
}

GivenArchives find_archives(std::span<const std::filesystem::path> requested) {
  GivenArchives given;
  if (requested.empty()) {
    const ArchiveLayout layout = find_archive({});
    given.archives.push_back({layout.folder.string(), layout});
    return given;
  }
  std::vector<std::filesystem::path> folders;
  for (const std::filesystem::path& path : requested) {
    std::string name = path.string();
    while (name.size() > 1 && name.ends_with('/')) {
      name.pop_back();
    }
    const ArchiveLayout layout = find_archive(name);
    std::error_code failure;  // what is not there is told by who opens it
    std::filesystem::path folder = std::filesystem::weakly_canonical(layout.folder, failure);
    if (std::ranges::find(folders, folder) != folders.end()) {
      given.repeated.push_back(name);
      continue;
    }
    given.archives.push_back({name, layout});
    folders.push_back(std::move(folder));
  }
  return given;
}

void throw_no_archive(const ArchiveLayout& layout) {
  throw Error("there is no archive in " + layout.folder.string(),
              "make one with: dateline-index update --archive DIR PATH...");
}

bool archive_exists(const ArchiveLayout& layout) {
  std::error_code failure;
  const bool exists = std::filesystem::exists(layout.manifest(), failure);
  if (failure) {
    throw Error("cannot look into " + layout.folder.string() + ": " + failure.message(),
                "give yourself permission to read it, or name another archive with --archive DIR");
  }
  return exists;
}

std::string read_whole_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  // A file that is empty would set the error state of what it is written to.
  if (stream && stream.peek() != std::ifstream::traits_type::eof()) {
    content << stream.rdbuf();
  }
  return content.str();
}

void write_file_atomically(const std::filesystem::path& file, std::string_view content) {
  std::filesystem::path draft = file;
  draft += ".new";
  constexpr mode_t mode = 0666;
  Descriptor descriptor(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (descriptor.number() < 0) {
    fail_to_write(draft);
  }
  write_all(descriptor, content, draft);
  if (::fsync(descriptor.number()) != 0 || !descriptor.close() ||
      ::rename(draft.c_str(), file.c_str()) != 0) {
    fail_to_write(file);
  }
  sync_folder(file.parent_path());
}

void append_to_file(const std::filesystem::path& file, std::uint64_t keep_bytes,
                    std::string_view content) {
  constexpr mode_t mode = 0666;
  Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, mode));
  if (descriptor.number() < 0 ||
      ::ftruncate(descriptor.number(), static_cast<off_t>(keep_bytes)) != 0 ||
      ::lseek(descriptor.number(), 0, SEEK_END) < 0) {
    fail_to_write(file);
  }
  write_all(descriptor, content, file);
  if (::fdatasync(descriptor.number()) != 0 || !descriptor.close()) {
    fail_to_write(file);
  }
}

}  // namespace dateline

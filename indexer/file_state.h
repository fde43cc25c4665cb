// What a file looks like from outside, so that a run can tell which files were not touched since
// an earlier one. Reading finds it on its walk, writing keeps it.
#pragma once

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <limits>
#include <optional>
#include <string>

namespace dateline {

/// The marks of a file that change when it is written or replaced. `mtime` alone is not enough:
/// whoever copies, unpacks or edits may set it back. No program can set `ctime`; it also moves when
/// only rights, owner or the number of links change, which costs a needless reading and never a
/// wrong answer. The device is left out: many file systems get another number with every mount, and
/// what differs between two of them shows in the other marks.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;  ///< since 1970, as `ctime_ns`; far future and past are cut
  std::int64_t ctime_ns = 0;
  std::uint64_t inode = 0;

  friend bool operator==(const FileState&, const FileState&) = default;
};

/// No file system in use keeps times coarser than FAT's two seconds.
inline constexpr std::int64_t max_time_step_ns = 2'000'000'000;

/// Whether every later change will show, in a state that was taken at `seen_ns` or after it. A file
/// that was written just before may be written again within one step of its clock, and look the
/// same. One with times in the future is never settled.
inline bool is_settled(const FileState& state, std::int64_t seen_ns) {
  return std::max(state.mtime_ns, state.ctime_ns) <= seen_ns - max_time_step_ns;
}

inline std::int64_t to_nanoseconds(const timespec& time) {
  constexpr std::int64_t second = 1'000'000'000;
  constexpr std::int64_t max_seconds = std::numeric_limits<std::int64_t>::max() / second - 1;
  const std::int64_t seconds = std::clamp<std::int64_t>(time.tv_sec, -max_seconds, max_seconds);
  return seconds * second + time.tv_nsec;
}

/// The state of a plain file, links followed; empty for everything else, and when it cannot be
/// looked at. `path` is in the bytes of the file system.
inline std::optional<FileState> state_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return std::nullopt;
  }
  return FileState{.size = static_cast<std::uint64_t>(status.st_size),
                   .mtime_ns = to_nanoseconds(status.st_mtim),
                   .ctime_ns = to_nanoseconds(status.st_ctim),
                   .inode = std::uint64_t{status.st_ino}};
}

}  // namespace dateline

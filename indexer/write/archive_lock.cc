// Taking the locks, and finding out who holds one.
#include "indexer/write/archive_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

#include "common/archive/layout.h"
#include "common/error.h"

namespace dateline {

namespace {

constexpr mode_t file_mode = 0666;

[[noreturn]] void fail_to_write(const std::filesystem::path& file, int reason) {
  throw Error("cannot write to the archive in " + file.parent_path().string() + ": " +
                  std::strerror(reason),
              "see to it that you may write there and that the disk is not full, or choose another "
              "folder with --archive");
}

/// The whole of a file, now and whatever its length.
struct flock whole_file(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

/// The descriptor, or -1 with errno set.
int open_file(const std::filesystem::path& file, int flags) {
  int descriptor = -1;
  do {
    descriptor = ::open(file.c_str(), flags | O_CLOEXEC, file_mode);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

int open_to_write(const std::filesystem::path& file) {
  const int descriptor = open_file(file, O_RDWR | O_CREAT);
  if (descriptor < 0) {
    fail_to_write(file, errno);
  }
  return descriptor;
}

/// What the system calls a process, fit to be shown; empty when it does not say.
std::string name_of_process(pid_t process) {
  std::string name = read_whole_file("/proc/" + std::to_string(process) + "/comm");
  if (name.ends_with('\n')) {
    name.pop_back();
  }
  for (char& c : name) {
    if (c < ' ' || c > '~') {
      c = '?';
    }
  }
  return name;
}

/// Who holds a lock that keeps us from writing: "dateline-index (process 1234)". Empty when nobody
/// does any more. A holder in another container or on another machine has no number here.
std::optional<std::string> find_holder(int descriptor) {
  struct flock lock = whole_file(F_WRLCK);
  if (::fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK) {
    return std::nullopt;
  }
  if (lock.l_pid <= 0) {
    return "a process that cannot be seen from here";
  }
  const std::string process = "process " + std::to_string(lock.l_pid);
  const std::string name = name_of_process(lock.l_pid);
  return name.empty() ? process : name + " (" + process + ")";
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& holder) {
  throw Error(
      "another program is writing to the archive in " + file.parent_path().string() + ": " + holder,
      "wait until it is done, then run the command again", ExitCode::Locked);
}

/// Waits for a lock; returns 0, or the errno of what keeps it from being had.
int wait_for_lock(int descriptor, short type, const CommitGate::ShouldStop& should_stop) {
  struct flock lock = whole_file(type);
  while (::fcntl(descriptor, F_SETLKW, &lock) != 0) {
    if (errno != EINTR) {
      return errno;
    }
    if (should_stop()) {
      throw Error("interrupted while another program was at work in the archive",
                  "run the same command again to go on", ExitCode::Interrupted);
    }
  }
  return 0;
}

}  // namespace

void LockedFile::release() {
  if (descriptor_ >= 0) {
    ::close(std::exchange(descriptor_, -1));
  }
}

ArchiveLock::ArchiveLock(const std::filesystem::path& file) {
  const int descriptor = open_to_write(file);
  file_ = LockedFile(descriptor);
  // A holder that ends between the two calls leaves the lock to us.
  constexpr int max_tries = 3;
  for (int i = 0; i < max_tries; ++i) {
    struct flock lock = whole_file(F_WRLCK);
    if (::fcntl(descriptor, F_SETLK, &lock) == 0) {
      return;
    }
    if (errno != EACCES && errno != EAGAIN && errno != EINTR) {
      fail_to_write(file, errno);
    }
    if (const std::optional<std::string> holder = find_holder(descriptor)) {
      refuse(file, *holder);
    }
  }
  refuse(file, "several processes, one after the other");
}

LockedFile CommitGate::hold_off_commits() const {
  const int descriptor = open_file(file_, O_RDONLY);
  LockedFile file(descriptor);
  if (file.is_held() && wait_for_lock(descriptor, F_RDLCK, should_stop_) != 0) {
    file.release();
  }
  return file;
}

LockedFile CommitGate::hold_off_readers() const {
  const int descriptor = open_to_write(file_);
  LockedFile file(descriptor);
  if (const int failure = wait_for_lock(descriptor, F_WRLCK, should_stop_); failure != 0) {
    fail_to_write(file_, failure);
  }
  return file;
}

}  // namespace dateline

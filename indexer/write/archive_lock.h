// The locks on an archive folder: one writer at a time, and no commit while somebody copies.
//
// Both are POSIX record locks (fcntl). They die with the process, however it dies, and the empty
// files that carry them stay, so a crash leaves nothing to repair; and the system knows which
// process holds one, so that a user can be told. The price: a lock belongs to the whole process.
// Threads share it, a second lock of the same process on the same file is granted at once, and the
// first close of that file, through any descriptor, drops it. So nothing else opens these files,
// not even to copy them with an archive, and a process holds each of them once.
#pragma once

#include <filesystem>
#include <functional>
#include <utility>

namespace dateline {

/// An open file with a lock on it, which goes with it; or nothing.
class LockedFile {
 public:
  LockedFile() = default;
  explicit LockedFile(int descriptor) : descriptor_(descriptor) {}
  ~LockedFile() { release(); }
  LockedFile(LockedFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  LockedFile& operator=(LockedFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  bool is_held() const { return descriptor_ >= 0; }
  void release();

 private:
  int descriptor_ = -1;
};

/// The one writer's lock on an archive, as long as it lives.
class ArchiveLock {
 public:
  /// `file` lies in the archive's folder, which is there; it is made when it is missing. Does not
  /// wait. Throws Error(Locked) that names the process which holds the lock, and Error when the
  /// file cannot be opened for writing or locked.
  explicit ArchiveLock(const std::filesystem::path& file);

 private:
  LockedFile file_;
};

/// Keeps commits apart from work that reads the files of an archive as they lie on disk: it copies
/// or checks them. Such readers hold it together, the writer alone, just around every commit. Who
/// comes too late waits; readers that follow each other closely can keep a writer waiting. A wait
/// that a signal breaks asks `should_stop`, and goes on or throws Error(Interrupted).
class CommitGate {
 public:
  using ShouldStop = std::function<bool()>;

  /// `file` lies in the archive's folder. It is not touched before a hold is asked for.
  explicit CommitGate(
      std::filesystem::path file, ShouldStop should_stop = [] { return false; })
      : file_(std::move(file)), should_stop_(std::move(should_stop)) {}

  /// For a reader: until it is released, nothing is committed. A reader needs no right to write
  /// here, and never makes the file: it could belong to a user who locks the writer out with it.
  /// The hold is empty when the file is missing, so that nothing was ever committed by way of it,
  /// or cannot be read or locked; the reader then goes on and has to notice a commit by itself.
  LockedFile hold_off_commits() const;

  /// For the writer: until it is released, no reader holds the gate. Makes the file. Throws Error
  /// when it cannot be opened for writing or locked.
  LockedFile hold_off_readers() const;

 private:
  std::filesystem::path file_;
  ShouldStop should_stop_;
};

}  // namespace dateline

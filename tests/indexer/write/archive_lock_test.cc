// Tests of the locks, each against another process: a process cannot lock itself out.
#include "indexer/write/archive_lock.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;

namespace dateline {

namespace {

class Pipe {
 public:
  Pipe() { REQUIRE(::pipe(ends_.data()) == 0); }
  ~Pipe() {
    ::close(ends_[0]);
    ::close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void send() const { static_cast<void>(::write(ends_[1], "x", 1)); }
  /// Waits for a byte.
  void receive() const {
    char byte = 0;
    while (::read(ends_[0], &byte, 1) < 0 && errno == EINTR) {
    }
  }
  bool has_byte_within(int timeout_ms) const {
    pollfd end = {ends_[0], POLLIN, 0};
    return ::poll(&end, 1, timeout_ms) > 0;
  }

 private:
  std::array<int, 2> ends_{};
};

/// A process that takes a lock and keeps it until it is told to let go, or killed, or orphaned.
/// While it waits it disturbs its parent with a signal every millisecond, if so asked.
class OtherProcess {
 public:
  template <typename TakeLock>
  explicit OtherProcess(TakeLock take_lock, int signal_to_parent = 0)
      : parent_(::getpid()), process_(::fork()) {
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      const auto lock = take_lock();
      has_lock_.send();
      while (::getppid() == parent_ && !let_go_.has_byte_within(1)) {
        ::kill(parent_, signal_to_parent);
      }
      ::_exit(0);
    }
    has_lock_.receive();
  }
  ~OtherProcess() { kill(); }
  OtherProcess(const OtherProcess&) = delete;
  OtherProcess& operator=(const OtherProcess&) = delete;

  pid_t id() const { return process_; }
  void let_go() const { let_go_.send(); }
  void kill() {
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
      process_ = -1;
    }
  }

 private:
  Pipe has_lock_;
  Pipe let_go_;
  pid_t parent_;
  pid_t process_;
};

/// SIGUSR1 breaks system calls and does nothing else, as long as this lives.
class HarmlessSignal {
 public:
  HarmlessSignal() {
    struct sigaction action {};
    action.sa_handler = [](int) {};
    sigaction(SIGUSR1, &action, &before_);
  }
  ~HarmlessSignal() { sigaction(SIGUSR1, &before_, nullptr); }
  HarmlessSignal(const HarmlessSignal&) = delete;
  HarmlessSignal& operator=(const HarmlessSignal&) = delete;

 private:
  struct sigaction before_ {};
};

template <typename Work>
std::optional<Error> error_of(Work work) {
  try {
    work();
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

TEST_CASE("a second writer is told which process holds the archive, and gets it when that dies") {
  const test::TempFolder folder;
  const fs::path file = folder.path() / "lock";
  OtherProcess writer([&] {
    ::prctl(PR_SET_NAME, "other\x1b[31m\xFF");
    return ArchiveLock(file);
  });
  const auto error = error_of([&] { const ArchiveLock lock(file); });
  REQUIRE(error);
  CHECK(error->exit_code() == ExitCode::Locked);
  CHECK(std::string(error->what()) == "another program is writing to the archive in " +
                                          folder.path().string() + ": other?[31m? (process " +
                                          std::to_string(writer.id()) + ")");
  CHECK(error->hint() == "wait until it is done, then run the command again");

  writer.kill();
  CHECK(!error_of([&] { const ArchiveLock lock(file); }));
  CHECK(fs::file_size(file) == 0);
}

TEST_CASE("a lock ends with its object, and the file stays") {
  const test::TempFolder folder;
  const fs::path file = folder.path() / "lock";
  { const ArchiveLock lock(file); }
  CHECK(fs::exists(file));
  const OtherProcess writer([&] { return ArchiveLock(file); });
  CHECK(error_of([&] { const ArchiveLock lock(file); }));
}

TEST_CASE("a lock that cannot be had for another reason says which") {
  const test::TempFolder folder;
  fs::create_directory(folder.path() / "lock");
  const std::string base = "cannot write to the archive in " + folder.path().string();
  struct Case {
    fs::path file;
    std::string message;
  };
  for (const Case& c : {
           Case{folder.path() / "gone/lock", base + "/gone: No such file or directory"},
           Case{folder.path() / "lock", base + ": Is a directory"},
       }) {
    CAPTURE(c.file);
    for (const auto& error : {error_of([&] { const ArchiveLock lock(c.file); }),
                              error_of([&] { CommitGate(c.file).hold_off_readers(); })}) {
      REQUIRE(error);
      CHECK(error->what() == c.message);
      CHECK(error->exit_code() == ExitCode::Failed);
      CHECK(!error->hint().empty());
    }
  }
}

TEST_CASE("readers hold the gate together") {
  const HarmlessSignal signal;
  const test::TempFolder folder;
  const fs::path file = folder.write("commit.lock", "");
  const OtherProcess reader([&] { return CommitGate(file).hold_off_commits(); }, SIGUSR1);
  // If it had to wait, the signal would end that with an error.
  const CommitGate gate(file, [] { return true; });
  CHECK(gate.hold_off_commits().is_held());
  CHECK(error_of([&] { gate.hold_off_readers(); }).has_value());
}

TEST_CASE("a commit waits for readers, and readers for a commit, whatever signals come") {
  const HarmlessSignal signal;
  const test::TempFolder folder;
  const fs::path file = folder.write("commit.lock", "");
  for (const bool writer_comes_first : {true, false}) {
    CAPTURE(writer_comes_first);
    const OtherProcess first(
        [&] {
          const CommitGate gate(file);
          return writer_comes_first ? gate.hold_off_readers() : gate.hold_off_commits();
        },
        SIGUSR1);
    int waited = 0;
    const CommitGate gate(file, [&] {
      if (++waited == 3) {
        first.let_go();
      }
      return false;
    });
    const LockedFile hold = writer_comes_first ? gate.hold_off_commits() : gate.hold_off_readers();
    CHECK(hold.is_held());
    CHECK(waited >= 3);
  }
}

TEST_CASE("a wait ends when the program is asked to stop") {
  const HarmlessSignal signal;
  const test::TempFolder folder;
  const fs::path file = folder.write("commit.lock", "");
  const OtherProcess writer([&] { return CommitGate(file).hold_off_readers(); }, SIGUSR1);
  const auto error = error_of([&] { CommitGate(file, [] { return true; }).hold_off_commits(); });
  REQUIRE(error);
  CHECK(error->exit_code() == ExitCode::Interrupted);
}

TEST_CASE("a hold can be handed on and released") {
  const HarmlessSignal signal;
  const test::TempFolder folder;
  const fs::path file = folder.write("commit.lock", "");
  LockedFile hold;
  CHECK(!hold.is_held());
  hold = CommitGate(file).hold_off_readers();
  LockedFile moved = std::move(hold);
  CHECK(moved.is_held());
  moved.release();
  moved.release();
  CHECK(!moved.is_held());
  const OtherProcess writer([&] { return CommitGate(file).hold_off_readers(); });
}

TEST_CASE("a reader without a gate, or without the right to write, goes on") {
  const test::TempFolder folder;
  const fs::path file = folder.path() / "commit.lock";
  CHECK(!CommitGate(file).hold_off_commits().is_held());
  CHECK(!fs::exists(file));

  folder.write("commit.lock", "");
  fs::permissions(file, fs::perms::owner_read);
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(CommitGate(file).hold_off_commits().is_held());
  fs::permissions(folder.path(), fs::perms::owner_all);
}

}  // namespace

}  // namespace dateline

// A crash is told as damage while an archive is read, and left alone else.
#include "common/crash_guard.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>
#include <string>

#include "common/error.h"

namespace dateline {
namespace {

struct End {
  int status = 0;
  std::string errors;
};

/// What becomes of a process that does this.
End run(const std::function<void()>& act) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const struct rlimit no_core {};
    ::setrlimit(RLIMIT_CORE, &no_core);
    // The test framework wants to tell of crashes too.
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
      std::signal(signal, SIG_DFL);
    }
    ::dup2(ends[1], STDERR_FILENO);
    catch_crashes("dateline-sample");
    act();
    ::_exit(0);
  }
  ::close(ends[1]);
  End end;
  std::array<char, 512> buffer{};
  for (ssize_t bytes = 0; (bytes = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
    end.errors.append(buffer.data(), static_cast<std::size_t>(bytes));
  }
  ::close(ends[0]);
  REQUIRE(::waitpid(child, &end.status, 0) == child);
  return end;
}

TEST_CASE("a crash while an archive is read is told as damage" * doctest::skip(!has_crash_guard)) {
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    CAPTURE(signal);
    const End end = run([signal] {
      const CrashGuard guard("/news/arch\x1Bive");
      ::raise(signal);
    });
    REQUIRE(WIFEXITED(end.status));
    CHECK(WEXITSTATUS(end.status) == static_cast<int>(ExitCode::Damaged));
    CHECK(end.errors ==
          "dateline-sample: the archive in /news/arch?ive is damaged: reading it crashed\n"
          "hint: dateline-index check tells what is damaged and what to do about it\n");
  }
}

TEST_CASE("a crash that has to do with no archive is no damage" * doctest::skip(!has_crash_guard)) {
  const End end = run([] {
    { const CrashGuard guard("/news/archive"); }
    ::raise(SIGSEGV);
  });
  REQUIRE(WIFSIGNALED(end.status));
  CHECK(WTERMSIG(end.status) == SIGSEGV);
  CHECK(end.errors.empty());
}

TEST_CASE("of two archives, the crash is of the one opened last" *
          doctest::skip(!has_crash_guard)) {
  const End inner = run([] {
    const CrashGuard first("/first");
    const CrashGuard second("/second");
    ::raise(SIGBUS);
  });
  CHECK(inner.errors.find("/second is damaged") != std::string::npos);
  const End outer = run([] {
    const CrashGuard first("/first");
    { const CrashGuard second("/second"); }
    ::raise(SIGBUS);
  });
  CHECK(outer.errors.find("/first is damaged") != std::string::npos);
}

}  // namespace
}  // namespace dateline

// Signal handlers, which may call next to nothing: the message is made before there is a need.
#include "common/crash_guard.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstddef>

#include "common/error.h"

namespace dateline {

namespace {

constexpr std::array crash_signals = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// A crash can come of a stack that is full.
constexpr std::size_t stack_bytes = std::size_t{1} << 16;

std::string program_name;  // set before any handler is there
std::array<struct sigaction, crash_signals.size()> actions_before{};
thread_local std::atomic<const CrashGuard*> innermost{nullptr};

/// A path may hold what commands a terminal.
std::string without_controls(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      c = '?';
    }
  }
  return text;
}

extern "C" void tell_of_crash(int signal) {
  if (const CrashGuard* const guard = innermost) {
    const std::string& message = guard->message();
    if (::write(STDERR_FILENO, message.data(), message.size()) < 0) {
      // The exit code tells as well.
    }
    ::_exit(static_cast<int>(ExitCode::Damaged));
  }
  for (std::size_t i = 0; i < crash_signals.size(); ++i) {
    if (crash_signals[i] == signal) {
      ::sigaction(signal, &actions_before[i], nullptr);
    }
  }
  ::raise(signal);
}

}  // namespace

void catch_crashes(std::string_view program) {
  if (!has_crash_guard || !program_name.empty()) {
    return;
  }
  program_name = program;
  static std::array<std::byte, stack_bytes> stack;
  stack_t stack_of_handler{};
  stack_of_handler.ss_sp = stack.data();
  stack_of_handler.ss_size = stack.size();
  struct sigaction action {};
  action.sa_handler = tell_of_crash;
  sigemptyset(&action.sa_mask);
  action.sa_flags = ::sigaltstack(&stack_of_handler, nullptr) == 0 ? SA_ONSTACK : 0;
  for (std::size_t i = 0; i < crash_signals.size(); ++i) {
    ::sigaction(crash_signals[i], &action, &actions_before[i]);
  }
}

CrashGuard::CrashGuard(const std::filesystem::path& archive_folder)
    : message_(program_name + ": the archive in " + without_controls(archive_folder.string()) +
               " is damaged: reading it crashed\n"
               "hint: dateline-index check tells what is damaged and what to do about it\n"),
      outer_(innermost.exchange(this)) {}

CrashGuard::~CrashGuard() {
  innermost = outer_;
}

}  // namespace dateline

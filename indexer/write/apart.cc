// A fork, a pipe, and somebody who listens.
#include "indexer/write/apart.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

[[noreturn]] void fail(const char* what) {
  throw Error(std::string("cannot ") + what + ": " + std::strerror(errno),
              "close other programs and try again");
}

/// In the child. A parent that is gone is no reason to go on.
void write_line(int pipe, std::string_view line) {
  std::string bytes = std::string(line) + "\n";
  std::string_view left = bytes;
  while (!left.empty()) {
    const ssize_t written = ::write(pipe, left.data(), left.size());
    if (written < 0 && errno != EINTR) {
      ::_exit(EXIT_FAILURE);
    }
    left.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
}

[[noreturn]] void work_in_child(const std::function<void(const Say&)>& work, int pipe) {
  // A crash is expected here: it is the parent that tells of it, and nobody is to look into it.
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
    std::signal(signal, SIG_DFL);
  }
  const struct rlimit no_core {};
  ::setrlimit(RLIMIT_CORE, &no_core);
  try {
    work([pipe](std::string_view line) { write_line(pipe, line); });
  } catch (...) {
    ::_exit(EXIT_FAILURE);
  }
  ::_exit(EXIT_SUCCESS);
}

/// False when nothing came for too long.
bool listen(int pipe, const Say& hear, std::chrono::milliseconds patience) {
  std::string heard;
  std::array<char, 4096> buffer{};
  struct pollfd source {
    pipe, POLLIN, 0
  };
  while (true) {
    const int ready = ::poll(&source, 1, static_cast<int>(patience.count()));
    if (ready == 0) {
      return false;
    }
    const ssize_t bytes = ready < 0 ? ready : ::read(pipe, buffer.data(), buffer.size());
    if (bytes < 0 && errno == EINTR) {
      continue;
    }
    if (bytes <= 0) {
      return true;
    }
    heard.append(buffer.data(), static_cast<std::size_t>(bytes));
    std::size_t begin = 0;
    for (std::size_t end = heard.find('\n'); end != std::string::npos;
         end = heard.find('\n', begin)) {
      if (end > begin) {
        hear(std::string_view(heard).substr(begin, end - begin));
      }
      begin = end + 1;
    }
    heard.erase(0, begin);
  }
}

ApartEnd wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      fail("wait for a process");
    }
  }
  if (WIFSIGNALED(status)) {
    return {false, std::string("crashed (") + strsignal(WTERMSIG(status)) + ")"};
  }
  return WEXITSTATUS(status) == EXIT_SUCCESS ? ApartEnd{} : ApartEnd{false, "failed"};
}

}  // namespace

ApartEnd run_apart(const std::function<void(const Say&)>& work, const Say& hear,
                   std::chrono::milliseconds patience) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    fail("make a pipe");
  }
  const auto [from_child, to_parent] = ends;
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(from_child);
    work_in_child(work, to_parent);
  }
  ::close(to_parent);
  if (child < 0) {
    ::close(from_child);
    fail("start a process");
  }
  const bool is_patient = listen(from_child, hear, patience);
  ::close(from_child);
  if (!is_patient) {
    ::kill(child, SIGKILL);
  }
  const ApartEnd end = wait_for(child);
  return is_patient ? end : ApartEnd{false, "came to no end"};
}

}  // namespace dateline

// The driver leads a group of processes, and this process inherits those whose parents end: so all
// of them can be waited for.
#include "bench/peers/peer_process.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>
#include <optional>
#include <thread>

#include "bench/peers/run_program.h"
#include "common/error.h"

namespace dateline {

namespace {

using namespace std::chrono_literals;

/// The status of the driver once it has ended; not 0 when nobody can say how, as where this process
/// was started with SIGCHLD ignored.
std::optional<int> poll_driver(pid_t driver) {
  int status = -1;
  const pid_t ended = ::waitpid(driver, &status, WNOHANG);
  return ended == driver || (ended < 0 && errno == ECHILD) ? std::optional(status) : std::nullopt;
}

/// Waits for what the driver has left behind, which knows already that it has to end.
void end_group(pid_t driver) {
  const auto give_up = std::chrono::steady_clock::now() + 10s;
  while (::waitpid(-driver, nullptr, WNOHANG) >= 0) {
    if (std::chrono::steady_clock::now() > give_up) {
      ::kill(-driver, SIGKILL);
    }
    std::this_thread::sleep_for(10ms);
  }
}

std::string first_line(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line;
  std::getline(stream, line);
  return line;
}

}  // namespace

std::string run_peer_process(const std::vector<std::string>& command,
                             const std::filesystem::path& folder,
                             const std::function<bool()>& should_stop) {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  const ProgramStart start{.command = command,
                           .messages = folder / "messages",
                           .output = folder / "output",
                           .has_own_group = true};
  const pid_t driver = start_program(start);
  std::optional<int> status;
  bool is_stopped = false;
  while (!(status = poll_driver(driver))) {
    if (!is_stopped && should_stop()) {
      is_stopped = ::kill(-driver, SIGTERM) == 0;
    }
    std::this_thread::sleep_for(10ms);
  }
  end_group(driver);
  if (is_stopped) {
    throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
  }
  if (*status != 0) {
    const std::string messages = last_messages(start.messages);
    throw Error(messages.empty() ? "it ended before its time" : messages);
  }
  return first_line(start.output);
}

}  // namespace dateline

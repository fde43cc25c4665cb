// Whether a server is ready is known only from trying.
#include "bench/peers/drivers/server.h"

#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include "common/error.h"

namespace dateline {

void Server::start(const ProgramStart& program, const std::function<bool()>& answers) {
  using namespace std::chrono_literals;
  process_ = start_program(program);
  const auto give_up = std::chrono::steady_clock::now() + 30s;
  while (!answers()) {
    const bool has_ended = ::waitpid(process_, nullptr, WNOHANG) != 0;
    if (has_ended) {
      process_ = 0;
    }
    if (has_ended || std::chrono::steady_clock::now() > give_up) {
      throw Error(program.command.front() + " did not start: " + last_messages(program.messages));
    }
    std::this_thread::sleep_for(20ms);
  }
}

void Server::stop() {
  if (process_ == 0) {
    return;
  }
  ::kill(process_, stop_signal_);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
}

}  // namespace dateline

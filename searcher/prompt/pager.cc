// Runs the pager as a child that reads from a pipe.
#include "searcher/prompt/pager.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

namespace dateline {

namespace {

constexpr int not_found = 127;  // what a shell exits with when it cannot find a command

std::string pager_command() {
  const char* const pager = std::getenv("PAGER");
  const std::string command = pager == nullptr ? "less" : pager;
  return command == "cat" ? std::string{} : command;
}

/// Starts `command` by the shell with `input` as its standard input; its process, or -1.
pid_t start(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  // We ignore SIGPIPE and catch Ctrl-C; a pager must not inherit that.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  posix_spawnattr_setsigmask(&attributes, &usual);
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGWINCH}) {
    sigaddset(&usual, signal);
  }
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  std::array<std::string, 3> words = {"sh", "-c", command};
  std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  pid_t child = -1;
  if (posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments.data(), environ) != 0) {
    child = -1;
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// Writes until the reader has left.
void feed(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      return;
    }
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return -1;
    }
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

bool show_in_pager(std::string_view text) {
  const std::string command = pager_command();
  std::array<int, 2> pipe_ends{};
  if (command.empty() || pipe2(pipe_ends.data(), O_CLOEXEC) != 0) {
    return false;
  }
  // Colours, no alternate screen, and no need to leave what fits one screen; whoever has set it
  // wants it otherwise.
  setenv("LESS", "FRX", 0);
  const pid_t child = start(command, pipe_ends[0]);
  ::close(pipe_ends[0]);
  if (child < 0) {
    ::close(pipe_ends[1]);
    return false;
  }
  feed(pipe_ends[1], text);
  ::close(pipe_ends[1]);
  return wait_for(child) != not_found;
}

}  // namespace dateline

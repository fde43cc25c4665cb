// What happens between fork and exec calls only what may be called there.
#include "bench/peers/run_program.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "common/error.h"

namespace dateline {

namespace {

/// The user to become, looked up before the fork.
const passwd* find_user(const std::string& name) {
  if (name.empty()) {
    return nullptr;
  }
  const passwd* user = getpwnam(name.c_str());
  if (user == nullptr) {
    throw Error("there is no user " + name);
  }
  return user;
}

void redirect(int descriptor, const std::filesystem::path& file) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) {
    std::_Exit(127);
  }
}

void become(const passwd* user) {
  if (user != nullptr && (::initgroups(user->pw_name, user->pw_gid) != 0 ||
                          ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) {
    std::_Exit(127);
  }
}

[[noreturn]] void execute(const ProgramStart& start, char* const* arguments, const passwd* user,
                          pid_t parent) {
  if (start.has_own_group) {
    ::setpgid(0, 0);
  }
  redirect(STDERR_FILENO, start.messages);
  if (start.output.empty()) {
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
  } else {
    redirect(STDOUT_FILENO, start.output);
  }
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  become(user);
  // After the change of user, which would clear it.
  ::prctl(PR_SET_PDEATHSIG, start.end_signal);
  if (::getppid() != parent) {
    std::_Exit(127);
  }
  ::execvp(arguments[0], arguments);
  const std::string_view message = "cannot be run: ";
  const char* reason = std::strerror(errno);
  [[maybe_unused]] const ssize_t first = ::write(STDERR_FILENO, message.data(), message.size());
  [[maybe_unused]] const ssize_t second = ::write(STDERR_FILENO, reason, std::strlen(reason));
  std::_Exit(127);
}

}  // namespace

pid_t start_program(const ProgramStart& start) {
  std::vector<std::string> command = start.command;
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  std::ranges::transform(command, std::back_inserter(arguments),
                         [](std::string& argument) { return argument.data(); });
  arguments.push_back(nullptr);
  const passwd* user = find_user(start.user);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) {
    throw Error("cannot start a process: " + std::generic_category().message(errno));
  }
  if (child == 0) {
    execute(start, arguments.data(), user, parent);
  }
  if (start.has_own_group) {
    // The child does it too: so the group is there for whichever of them needs it first.
    ::setpgid(child, child);
  }
  return child;
}

void run_to_end(const ProgramStart& start) {
  const pid_t child = start_program(start);
  // Stays so where nobody can say how it ended.
  int status = -1;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) {
    const std::string messages = last_messages(start.messages);
    throw Error(start.command.front() + ": " + (messages.empty() ? "failed" : messages));
  }
}

std::string last_messages(const std::filesystem::path& messages) {
  constexpr std::size_t most_lines = 3;
  std::ifstream file(messages);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) {
      lines.push_back(line);
    }
  }
  std::string last;
  for (std::size_t i = lines.size() - std::min(lines.size(), most_lines); i < lines.size(); ++i) {
    last += (last.empty() ? "" : "; ") + lines[i];
  }
  return last;
}

}  // namespace dateline

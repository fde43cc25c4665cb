// The child sends one byte for how it went and then its answer, or its message and hint, through a
// pipe, and leaves without a word to the parent's buffers and folders.
#include "bench/support/run_apart.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

constexpr char done = '+';
constexpr char failed = '-';

[[noreturn]] void throw_system_error(const std::string& what) {
  throw Error(what + ": " + std::generic_category().message(errno));
}

bool write_all(int pipe, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(pipe, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string read_all(int pipe) {
  std::string bytes;
  std::array<char, 4096> block{};
  while (true) {
    const ssize_t count = ::read(pipe, block.data(), block.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      return bytes;
    }
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
}

std::string failure(ExitCode exit_code, std::string_view message, std::string_view hint) {
  std::string answer{failed, static_cast<char>(exit_code)};
  return answer.append(message).append(1, '\0').append(hint);
}

std::string answer_of(const std::function<std::string()>& work) {
  try {
    return done + work();
  } catch (const Error& error) {
    return failure(error.exit_code(), error.what(), error.hint());
  } catch (const std::exception& error) {
    return failure(ExitCode::Failed, error.what(), {});
  }
}

[[noreturn]] void throw_failure(std::string_view answer) {
  const auto exit_code = static_cast<ExitCode>(static_cast<unsigned char>(answer[1]));
  const std::string_view words = answer.substr(2);
  const std::size_t end = words.find('\0');
  throw Error(std::string(words.substr(0, end)), std::string(words.substr(end + 1)), exit_code);
}

}  // namespace

std::string run_apart(const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) {
    throw_system_error("cannot make a pipe");
  }
  const pid_t child = ::fork();
  if (child < 0) {
    throw_system_error("cannot start a process");
  }
  if (child == 0) {
    ::close(ends[0]);
    const bool is_sent = write_all(ends[1], answer_of(work));
    std::_Exit(is_sent ? EXIT_SUCCESS : EXIT_FAILURE);
  }
  ::close(ends[1]);
  std::string answer = read_all(ends[0]);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0 || answer.empty()) {
    throw Error("a run ended before its time", "look whether the memory was enough");
  }
  if (answer.front() == failed) {
    throw_failure(answer);
  }
  return answer.substr(1);
}

}  // namespace dateline

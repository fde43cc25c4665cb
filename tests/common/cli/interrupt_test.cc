// Signals become a flag once, and then do what they always did.
#include "common/cli/interrupt.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace dateline::test {

namespace {

/// How a child ends that gets these signals: its exit code, or minus the signal.
int child_ending(int signal, int times) {
  const pid_t child = fork();
  if (child == 0) {
    catch_interrupts();
    for (int i = 0; i < times; ++i) {
      std::raise(signal);
    }
    _exit(interrupted() ? 7 : 8);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("the first signal sets a flag, the second ends the program") {
  CHECK_FALSE(interrupted());
  for (const int signal : {SIGINT, SIGTERM}) {
    CHECK(child_ending(signal, 0) == 8);
    CHECK(child_ending(signal, 1) == 7);
    CHECK(child_ending(signal, 2) == -signal);
  }
}

}  // namespace dateline::test

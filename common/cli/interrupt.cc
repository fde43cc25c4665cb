// Sets a flag on the first signal and gives the second its default effect.
#include "common/cli/interrupt.h"

#include <csignal>

#include <atomic>

namespace dateline {

namespace {

std::atomic<bool> was_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

extern "C" void note_interrupt(int /*signal*/) {
  was_interrupted = true;
}

}  // namespace

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  sigemptyset(&action.sa_mask);
  // The second signal kills. System calls are not restarted: one that waits for input shall end.
  // NOLINTNEXTLINE(bugprone-narrowing-conversions): SA_RESETHAND is the sign bit of an int
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
  return was_interrupted;
}

}  // namespace dateline

// Handlers that set flags and nothing else.
#include "searcher/prompt/signals.h"

#include <utility>

namespace dateline {

namespace {

volatile std::sig_atomic_t interrupt_came = 0;
volatile std::sig_atomic_t resize_came = 0;
volatile std::sig_atomic_t termination_came = 0;

extern "C" void note_session_signal(int signal) {
  if (signal == SIGINT) {
    interrupt_came = 1;
  } else if (signal == SIGWINCH) {
    resize_came = 1;
  } else {
    termination_came = 1;
  }
}

void install(int signal, struct sigaction& before) {
  struct sigaction action {};
  action.sa_handler = note_session_signal;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART: a system call that waits shall come back.
  sigaction(signal, &action, &before);
}

bool take(volatile std::sig_atomic_t& flag) {
  const bool came = flag != 0;
  flag = 0;
  return came;
}

}  // namespace

SessionSignals::SessionSignals() {
  install(SIGINT, interrupt_);
  install(SIGWINCH, resize_);
  install(SIGTERM, terminate_);
  install(SIGHUP, hang_up_);
}

SessionSignals::~SessionSignals() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGWINCH, &resize_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
  sigaction(SIGHUP, &hang_up_, nullptr);
}

bool SessionSignals::take_interrupt() {
  return take(interrupt_came);
}

bool SessionSignals::take_resize() {
  return take(resize_came);
}

bool SessionSignals::is_terminated() {
  return termination_came != 0;
}

SessionSignals::Held::Held() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : {SIGINT, SIGWINCH, SIGTERM, SIGHUP}) {
    sigaddset(&held, signal);
  }
  sigprocmask(SIG_BLOCK, &held, &before_);
}

SessionSignals::Held::~Held() {
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace dateline

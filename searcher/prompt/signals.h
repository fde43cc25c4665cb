// The signals of a session at a terminal: flags that it looks at when it is ready to.
#pragma once

#include <csignal>

namespace dateline {

/// While this lives, Ctrl-C does not end the program: system calls that wait come back, and
/// `take_interrupt` tells. One at a time.
class SessionSignals {
 public:
  SessionSignals();
  ~SessionSignals();
  SessionSignals(const SessionSignals&) = delete;
  SessionSignals& operator=(const SessionSignals&) = delete;

  /// Whether Ctrl-C was typed since it was asked last.
  static bool take_interrupt();

  /// Whether the size of the terminal has changed since it was asked last.
  static bool take_resize();

  /// Whether the program was asked to terminate, or its terminal has gone.
  static bool is_terminated();

  /// Holds the signals back, but for inside a call that is given `waiting()` as its mask: so that
  /// none comes between looking at a flag and waiting.
  class Held {
   public:
    Held();
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    const sigset_t& waiting() const { return before_; }

   private:
    sigset_t before_{};
  };

 private:
  struct sigaction interrupt_ {};
  struct sigaction resize_ {};
  struct sigaction terminate_ {};
  struct sigaction hang_up_ {};
};

}  // namespace dateline

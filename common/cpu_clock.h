// How long a processor has worked, whatever else the machine was doing meanwhile.
#pragma once

#include <utility>

namespace dateline {

/// Seconds of CPU time, in user and kernel, of the calling thread; and of all threads of the
/// process, also of those that have ended.
double thread_cpu_seconds();
double process_cpu_seconds();

/// Tells the calling thread's CPU time in pieces.
class LapClock {
 public:
  /// The seconds since it was asked last, or made.
  double lap() {
    const double now = thread_cpu_seconds();
    return now - std::exchange(last_, now);
  }

 private:
  double last_ = thread_cpu_seconds();
};

}  // namespace dateline

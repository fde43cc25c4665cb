// Asks the kernel.
#include "bench/support/usage.h"

#include <sys/resource.h>

namespace dateline {

namespace {

double to_seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Usage usage_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  // ru_maxrss counts kilobytes on Linux.
  return {.cpu_seconds = to_seconds(usage.ru_utime) + to_seconds(usage.ru_stime),
          .peak_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024};
}

}  // namespace dateline

// What a process has used of the machine.
#pragma once

#include <cstdint>

namespace dateline {

struct Usage {
  double cpu_seconds = 0;        ///< of all its threads, in user and kernel
  std::uint64_t peak_bytes = 0;  ///< the most memory it ever had resident
};

/// Of this process so far.
Usage usage_so_far();

}  // namespace dateline

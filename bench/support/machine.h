// What figures were measured on, and with: a figure without it says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

struct Machine {
  std::string processor;  ///< "unknown" where the system does not say
  unsigned cores = 0;     ///< that this process may use
  std::uint64_t memory_bytes = 0;
  std::string kernel;      ///< "Linux 6.1.0"
  std::string compiler;    ///< "GNU 12.2.0"
  std::string build_type;  ///< "Release"
  std::string xapian;      ///< the version it was built with
};

Machine describe_machine();

/// The model name in the text of /proc/cpuinfo, or empty.
std::string processor_name(std::string_view cpuinfo);

/// The bytes of memory in the text of /proc/meminfo, or 0.
std::uint64_t total_memory(std::string_view meminfo);

/// The commit this program was built from, "-dirty" behind it when the sources differed from it,
/// or "unknown" outside a repository.
std::string built_commit();

}  // namespace dateline

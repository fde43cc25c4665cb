// Reads what Linux tells of itself; the build tells the rest.
#include "bench/support/machine.h"

#include <sys/utsname.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include "bench_commit.h"

namespace dateline {

namespace {

std::string read_whole(const char* file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// What stands behind "key   : " at the first line that begins so, or empty.
std::string_view value_of(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with(key)) {
      const std::size_t value = line.find_first_not_of(" \t:", key.size());
      return value == std::string_view::npos ? std::string_view{} : line.substr(value);
    }
  }
  return {};
}

std::string kernel_name() {
  utsname names{};
  if (uname(&names) != 0) {
    return "unknown";
  }
  return std::string(names.sysname) + " " + names.release;
}

}  // namespace

std::string processor_name(std::string_view cpuinfo) {
  return std::string(value_of(cpuinfo, "model name"));
}

std::uint64_t total_memory(std::string_view meminfo) {
  const std::string_view value = value_of(meminfo, "MemTotal");
  std::uint64_t kilobytes = 0;
  std::from_chars(value.data(), value.data() + value.size(), kilobytes);
  return kilobytes * 1024;
}

Machine describe_machine() {
  std::string processor = processor_name(read_whole("/proc/cpuinfo"));
  return {.processor = processor.empty() ? "unknown" : std::move(processor),
          .cores = std::thread::hardware_concurrency(),
          .memory_bytes = total_memory(read_whole("/proc/meminfo")),
          .kernel = kernel_name(),
          .compiler = DATELINE_BENCH_COMPILER,
          .build_type = DATELINE_BENCH_BUILD_TYPE,
          .xapian = DATELINE_BENCH_XAPIAN};
}

std::string built_commit() {
  return DATELINE_BENCH_COMMIT;
}

}  // namespace dateline

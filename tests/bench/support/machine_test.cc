// What the machine says of itself.
#include "bench/support/machine.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

#include "bench/support/usage.h"

namespace dateline {

TEST_CASE("the processor is named by the first model name") {
  CHECK(processor_name("processor\t: 0\nmodel\t\t: 85\nmodel name\t: Fast CPU @ 2 GHz\n\n"
                       "processor\t: 1\nmodel name\t: Other\n") == "Fast CPU @ 2 GHz");
  CHECK(processor_name("processor : 0\nmodel name\t:") == "");
  CHECK(processor_name("").empty());
}

TEST_CASE("memory is read from kilobytes") {
  CHECK(total_memory("MemTotal:       24682416 kB\nMemFree: 1 kB\n") == 24682416ULL * 1024);
  CHECK(total_memory("MemFree: 1 kB\n") == 0);
}

TEST_CASE("every line of the description says something") {
  const Machine machine = describe_machine();
  CHECK(!machine.processor.empty());
  CHECK(machine.cores > 0);
  CHECK(machine.memory_bytes > 0);
  CHECK(!machine.kernel.empty());
  CHECK(!machine.compiler.empty());
  CHECK(!machine.xapian.empty());
  CHECK(!built_commit().empty());
}

TEST_CASE("peak memory is at least what is resident at once") {
  constexpr std::size_t bytes = std::size_t{64} << 20;
  {
    const std::vector<char> block(bytes, 'x');
    CHECK(block.back() == 'x');
  }
  CHECK(usage_so_far().peak_bytes >= bytes);
}

}  // namespace dateline

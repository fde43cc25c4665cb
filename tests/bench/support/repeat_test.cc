// Runs that count, and those before them.
#include "bench/support/repeat.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_CASE("what the first times return does not count") {
  int calls = 0;
  const std::vector<int> results = repeat({.warm_up = 2, .runs = 3}, [&calls] { return ++calls; });
  CHECK(results == std::vector<int>{3, 4, 5});
}

}  // namespace dateline

// Work in another process, and what comes back of it.
#include "bench/support/run_apart.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "common/error.h"

namespace dateline {

TEST_CASE("what the work returns comes back, whatever its bytes and length") {
  const std::string long_answer = std::string(1'000'000, 'x') + '\0' + "\n";
  CHECK(run_apart([&] { return std::string(long_answer); }) == long_answer);
  CHECK(run_apart([] { return std::string(); }).empty());
}

TEST_CASE("the work changes nothing here") {
  int here = 0;
  const std::string there = run_apart([&here] {
    here = 1;
    return std::to_string(::getpid());
  });
  CHECK(here == 0);
  CHECK(there != std::to_string(::getpid()));
}

TEST_CASE("what the work throws is thrown here") {
  try {
    run_apart([]() -> std::string { throw Error("it broke", "mend it", ExitCode::Interrupted); });
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "it broke");
    CHECK(error.hint() == "mend it");
    CHECK(error.exit_code() == ExitCode::Interrupted);
  }
  CHECK_THROWS_WITH_AS(run_apart([]() -> std::string { throw std::runtime_error("odd"); }), "odd",
                       Error);
}

TEST_CASE("work that ends its process is an error") {
  CHECK_THROWS_AS(run_apart([]() -> std::string { std::_Exit(3); }), Error);
  CHECK_THROWS_AS(run_apart([]() -> std::string { std::_Exit(0); }), Error);
}

}  // namespace dateline

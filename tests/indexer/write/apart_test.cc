// Work in a process of its own, and every way it can end.
#include "indexer/write/apart.h"

#include <doctest/doctest.h>

#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

namespace dateline {
namespace {

struct Run {
  ApartEnd end;
  std::vector<std::string> said;
};

Run run(const std::function<void(const Say&)>& work,
        std::chrono::milliseconds patience = std::chrono::seconds(30)) {
  Run run;
  run.end = run_apart(
      work, [&run](std::string_view line) { run.said.emplace_back(line); }, patience);
  return run;
}

TEST_CASE("what is said apart is heard in order, line by line") {
  const std::string long_line(100'000, 'x');
  const Run whole = run([&](const Say& say) {
    say("one");
    say({});
    say(long_line);
    say("three");
  });
  CHECK(whole.end.is_whole);
  CHECK(whole.said == std::vector<std::string>{"one", long_line, "three"});
}

TEST_CASE("what is thrown apart ends the work, and what was said before is heard") {
  const Run failed = run([](const Say& say) {
    say("before");
    throw std::runtime_error("no");
  });
  CHECK(!failed.end.is_whole);
  CHECK(failed.end.how == "failed");
  CHECK(failed.said == std::vector<std::string>{"before"});
}

TEST_CASE("a process that is killed has crashed") {
  const Run killed = run([](const Say& say) {
    say("before");
    std::raise(SIGKILL);
  });
  CHECK(!killed.end.is_whole);
  CHECK(killed.end.how == "crashed (Killed)");
  CHECK(killed.said == std::vector<std::string>{"before"});
}

TEST_CASE("work that says nothing for too long is ended") {
  const Run endless = run(
      [](const Say& say) {
        say("before");
        std::this_thread::sleep_for(std::chrono::hours(1));
      },
      std::chrono::milliseconds(50));
  CHECK(!endless.end.is_whole);
  CHECK(endless.end.how == "came to no end");
}

}  // namespace
}  // namespace dateline

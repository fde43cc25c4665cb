// The processes of the peers: what they say is heard, and none outlives its turn.
#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <string>

#include "bench/peers/peer_process.h"
#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

const auto go_on = [] { return false; };

std::string run_shell(const test::TempFolder& temp, const std::string& script) {
  return run_peer_process({"sh", "-c", script}, temp.path(), go_on);
}

std::string message_of(const test::TempFolder& temp, const std::string& script) {
  try {
    run_shell(temp, script);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the answer of a driver is its first line") {
  const test::TempFolder temp;
  CHECK(run_shell(temp, "echo '{}'; echo more; echo words >&2") == "{}");
}

TEST_CASE("a driver that fails is told with its own message") {
  const test::TempFolder temp;
  CHECK(message_of(temp, "echo the disk is full >&2; exit 2") == "the disk is full");
  CHECK(message_of(temp, "kill -9 $$") == "it ended before its time");
  CHECK_THROWS_AS(run_peer_process({"no-such-program"}, temp.path(), go_on), Error);
}

TEST_CASE("a driver of which nobody can say how it ended has failed, and is not waited for") {
  const test::TempFolder temp;
  auto* const before = std::signal(SIGCHLD, SIG_IGN);
  const std::string message = message_of(temp, "echo '{}'");
  std::signal(SIGCHLD, before);
  CHECK(message == "it ended before its time");
}

TEST_CASE("what a driver has started ends with it when it is asked to stop") {
  const test::TempFolder temp;
  // The driver waits for a server of its own, whose number it has written down.
  const std::string script =
      "sleep 600 & echo $! >'" + (temp.path() / "server").string() + "'; wait";
  const auto server_runs = [&temp] {
    return std::filesystem::exists(temp.path() / "server") &&
           std::filesystem::file_size(temp.path() / "server") > 0;
  };
  CHECK_THROWS_AS(run_peer_process({"sh", "-c", script}, temp.path(), server_runs), Error);
  std::string server;
  std::ifstream(temp.path() / "server") >> server;
  REQUIRE(!server.empty());
  CHECK_FALSE(std::filesystem::exists("/proc/" + server));
}

}  // namespace dateline

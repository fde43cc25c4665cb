// Tests of the states of files: which are taken, what they tell, and when they can be trusted.
#include "indexer/file_state.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <array>
#include <cstdint>
#include <filesystem>

#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;

namespace dateline {

namespace {

constexpr std::int64_t second = 1'000'000'000;

void set_mtime(const fs::path& file, std::int64_t seconds, long nanoseconds) {
  const std::array<timespec, 2> times = {timespec{0, UTIME_OMIT}, timespec{seconds, nanoseconds}};
  REQUIRE(utimensat(AT_FDCWD, file.c_str(), times.data(), 0) == 0);
}

TEST_CASE("a state is settled when both times lie two seconds before it was taken") {
  struct Case {
    const char* what;
    std::int64_t mtime_ns, ctime_ns;
    bool settled;
  };
  constexpr std::int64_t seen = 1000 * second;
  for (const Case& c : {
           Case{"long untouched", 10 * second, 10 * second, true},
           Case{"just old enough", seen - 2 * second, seen - 2 * second, true},
           Case{"a nanosecond too young", seen - 2 * second + 1, seen - 2 * second + 1, false},
           Case{"written and set back", 10 * second, seen - second, false},
           Case{"written while it was looked at", seen, seen, false},
           Case{"written just after", seen + 1, seen + 1, false},
           Case{"set into the future", seen + 100 * second, 10 * second, false},
           Case{"older than the epoch", -5 * second, 10 * second, true},
       }) {
    CAPTURE(c.what);
    CHECK(is_settled({.mtime_ns = c.mtime_ns, .ctime_ns = c.ctime_ns}, seen) == c.settled);
  }
}

TEST_CASE("a state shows every change of a file, also one that is hidden behind its old time") {
  const test::TempFolder folder;
  const fs::path file = folder.write("a.txt", "one");
  set_mtime(file, 1000, 7);
  const auto before = state_of(file);
  REQUIRE(before);
  CHECK(before->size == 3);
  CHECK(before->mtime_ns == 1000 * second + 7);
  CHECK(state_of(file) == before);

  set_mtime(file, 1000, 8);
  CHECK(state_of(file) != before);

  folder.write("a.txt", "longer");
  set_mtime(file, 1000, 7);
  CHECK(state_of(file)->mtime_ns == before->mtime_ns);
  CHECK(state_of(file) != before);

  const fs::path other = folder.write("b.txt", "two");
  set_mtime(other, 1000, 7);
  fs::rename(other, file);
  CHECK(state_of(file)->size == before->size);
  CHECK(state_of(file)->inode != before->inode);
}

TEST_CASE("each mark by itself makes another state") {
  const FileState state{.size = 1, .mtime_ns = 2, .ctime_ns = 3, .inode = 4};
  CHECK(state == FileState{.size = 1, .mtime_ns = 2, .ctime_ns = 3, .inode = 4});
  CHECK(state != FileState{.size = 9, .mtime_ns = 2, .ctime_ns = 3, .inode = 4});
  CHECK(state != FileState{.size = 1, .mtime_ns = 9, .ctime_ns = 3, .inode = 4});
  CHECK(state != FileState{.size = 1, .mtime_ns = 2, .ctime_ns = 9, .inode = 4});
  CHECK(state != FileState{.size = 1, .mtime_ns = 2, .ctime_ns = 3, .inode = 9});
}

TEST_CASE("only plain files have a state, links to them included") {
  const test::TempFolder folder;
  const fs::path file = folder.write("a.txt", "x");
  const fs::path link = folder.path() / "link";
  fs::create_symlink(file, link);
  const fs::path fifo = folder.path() / "fifo";
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(state_of(link) == state_of(file));
  CHECK(!state_of(fifo));
  CHECK(!state_of(folder.path()));
  CHECK(!state_of(folder.path() / "gone"));
}

TEST_CASE("times beyond what nanoseconds can count are cut, not turned round") {
  CHECK(to_nanoseconds({1, 5}) == second + 5);
  CHECK(to_nanoseconds({-1, 5}) == -second + 5);
  CHECK(to_nanoseconds({INT64_MAX, 999'999'999}) > 9'000'000'000 * second);
  CHECK(to_nanoseconds({INT64_MIN, 0}) < -9'000'000'000 * second);
}

}  // namespace

}  // namespace dateline

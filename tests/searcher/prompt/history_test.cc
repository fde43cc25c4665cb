#include "searcher/prompt/history.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

unsigned permissions_of(const std::filesystem::path& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

}  // namespace

TEST_CASE("a line is kept once, where it was typed last") {
  std::vector<std::string> lines;
  for (const char* line : {"a", "b", "a", "", "   ", " secret", "c\x1b[31m"}) {
    remember_line(lines, line);
  }
  CHECK(lines == std::vector<std::string>{"b", "a", "c\uFFFD[31m"});
}

TEST_CASE("only the newest lines are kept") {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < max_history_lines + 5; ++i) {
    remember_line(lines, std::to_string(i));
  }
  CHECK(lines.size() == max_history_lines);
  CHECK(lines.front() == "5");
}

TEST_CASE("a history is made for its owner alone, and adds what two sessions typed") {
  const test::TempFolder folder;
  const std::filesystem::path file = folder.path() / "state" / "dateline" / "history";
  CHECK(read_history(file).empty());
  add_to_history(file, "one");
  add_to_history(file, "two");
  add_to_history(file, "one");
  CHECK(read_history(file) == std::vector<std::string>{"two", "one"});
  CHECK(permissions_of(file) == 0600);
  CHECK(permissions_of(file.parent_path()) == 0700);
}

TEST_CASE("a history that others may read is closed to them when it is next written") {
  const test::TempFolder folder;
  const std::filesystem::path file = folder.write("history", "old\n");
  chmod(file.c_str(), 0644);
  add_to_history(file, "new");
  CHECK(permissions_of(file) == 0600);
  CHECK(read_history(file) == std::vector<std::string>{"old", "new"});
}

TEST_CASE("a history that is a link stays one") {
  const test::TempFolder folder;
  const std::filesystem::path target = folder.write("target", "old\n");
  const std::filesystem::path link = folder.path() / "history";
  std::filesystem::create_symlink(target, link);
  add_to_history(link, "new");
  CHECK(std::filesystem::is_symlink(link));
  CHECK(read_history(target) == std::vector<std::string>{"old", "new"});
}

TEST_CASE("a history that cannot be written or read costs nothing but itself") {
  const test::TempFolder folder;
  const std::filesystem::path file = folder.write("file", "x");
  add_to_history(file / "below a file", "line");
  add_to_history(folder.path(), "line");
  add_to_history({}, "line");
  CHECK(read_history(folder.path()).empty());
  CHECK(read_history({}).empty());
}

}  // namespace dateline

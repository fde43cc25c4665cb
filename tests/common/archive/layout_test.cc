// Where an archive is looked for, and files that are replaced as wholes.
#include "common/archive/layout.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST_CASE("an archive is looked for where the user says, then in the environment") {
  ::unsetenv("DATELINE_ARCHIVE");
  ::unsetenv("XDG_DATA_HOME");
  ::setenv("HOME", "/home/ada", 1);
  CHECK(find_archive({}).folder == "/home/ada/.local/share/dateline/archive");
  ::setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
  CHECK(find_archive({}).folder == "/home/ada/.local/share/dateline/archive");
  ::setenv("XDG_DATA_HOME", "/data", 1);
  CHECK(find_archive({}).folder == "/data/dateline/archive");
  ::setenv("DATELINE_ARCHIVE", "/archives/mali", 1);
  CHECK(find_archive({}).folder == "/archives/mali");
  CHECK(find_archive("/other").folder == "/other");
  CHECK(find_archive("here").folder.is_absolute());
  ::unsetenv("DATELINE_ARCHIVE");
  ::unsetenv("XDG_DATA_HOME");
  ::unsetenv("HOME");
  CHECK_THROWS_AS(find_archive({}), Error);
}

TEST_CASE("archives are named as they are given, and each is one by whichever path") {
  const test::TempFolder folder;
  const std::filesystem::path a = folder.write("a/manifest.json", "").parent_path();
  const std::filesystem::path b = folder.path() / "b";  // that is not there
  std::filesystem::create_directory_symlink(a, folder.path() / "link");
  const std::vector<std::filesystem::path> requested = {a.string() + "//", b,
                                                        folder.path() / "link", b / ".." / "b", a};
  const GivenArchives given = find_archives(requested);
  REQUIRE(given.archives.size() == 2);
  CHECK(given.archives[0].name == a.string());
  CHECK(given.archives[0].layout.folder == a);
  CHECK(given.archives[1].name == b.string());
  CHECK(given.repeated == std::vector<std::string>{(folder.path() / "link").string(),
                                                   (b / ".." / "b").string(), a.string()});
  ::setenv("DATELINE_ARCHIVE", "/archives/mali", 1);
  const GivenArchives found = find_archives({});
  REQUIRE(found.archives.size() == 1);
  CHECK(found.archives[0].layout.folder == "/archives/mali");
  ::unsetenv("DATELINE_ARCHIVE");
}

TEST_CASE("a file is replaced as a whole, and leaves no draft") {
  const test::TempFolder folder;
  const auto file = folder.path() / "manifest.json";
  write_file_atomically(file, "old");
  write_file_atomically(file, "new content");
  CHECK(content_of(file) == "new content");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  CHECK_THROWS_AS(write_file_atomically(folder.path() / "missing" / "x", "y"), Error);
}

TEST_CASE("appending cuts what a crash left behind the known part") {
  const test::TempFolder folder;
  const auto file = folder.path() / "names.tsv";
  append_to_file(file, 0, "one\ntw");
  append_to_file(file, 4, "two\n");
  CHECK(content_of(file) == "one\ntwo\n");
}

}  // namespace
}  // namespace dateline

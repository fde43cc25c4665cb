// Files that appear whole or not at all.
#include "common/cli/output.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "common/error.h"
#include "tests/common/cli/sample_program.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a file is there when it is committed, and only then") {
  const TempFolder folder;
  const auto file = folder.path() / "out.json";
  write_file(file, "old");
  {
    Output output(file);
    output.stream() << std::string(200000, 'x') << std::flush;
    CHECK(read_file(file) == "old");
  }
  CHECK(read_file(file) == "old");
  CHECK(files_in(folder.path()) == 1);
  Output output(file);
  output.stream() << "new " << 42;
  output.commit();
  CHECK(read_file(file) == "new 42");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a replaced file keeps its permissions, a new one gets the usual ones") {
  const TempFolder folder;
  const auto file = folder.path() / "out";
  write_file(file, "old");
  chmod(file.c_str(), 0640);
  Output again(file);
  again.commit();
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640);

  const mode_t mask = umask(022);
  Output fresh(folder.path() / "fresh");
  fresh.commit();
  umask(mask);
  REQUIRE(stat((folder.path() / "fresh").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0644);
}

TEST_CASE("a symbolic link stays one") {
  const TempFolder folder;
  write_file(folder.path() / "target", "old");
  std::filesystem::create_symlink("target", folder.path() / "link");
  Output output(folder.path() / "link");
  output.stream() << "new";
  output.commit();
  CHECK(std::filesystem::is_symlink(folder.path() / "link"));
  CHECK(read_file(folder.path() / "target") == "new");
}

TEST_CASE("what cannot be opened or written is an error that names it") {
  const TempFolder folder;
  CHECK_THROWS_AS(Output(folder.path() / "missing" / "out"), Error);
  CHECK_THROWS_AS(Output{folder.path()}, Error);
  Output full("/dev/full");
  full.stream() << "text";
  try {
    full.commit();
    FAIL("a full disk was not noticed");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("/dev/full") != std::string::npos);
    CHECK(error.exit_code() == ExitCode::Failed);
    CHECK_FALSE(error.hint().empty());
  }
  CHECK(std::filesystem::is_character_file("/dev/full"));
}

TEST_CASE("a full disk is noticed while writing, not only at the end") {
  Output full("/dev/full");
  CHECK_THROWS_AS(full.stream() << std::string(1 << 20, 'x'), Error);
}

}  // namespace dateline::test

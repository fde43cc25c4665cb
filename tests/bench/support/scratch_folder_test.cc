// A folder for the time of a benchmark.
#include "bench/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {

TEST_CASE("a scratch folder is gone afterwards with all that is in it") {
  const test::TempFolder temp;
  std::filesystem::path path;
  {
    const ScratchFolder scratch(temp.path());
    path = scratch.path();
    CHECK(path.parent_path() == temp.path());
    std::ofstream(path / "file") << "x";
    CHECK(std::filesystem::exists(path / "file"));
  }
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE("a place that is not there is an error with a hint") {
  const test::TempFolder temp;
  CHECK_THROWS_AS(ScratchFolder(temp.path() / "missing"), Error);
}

}  // namespace dateline

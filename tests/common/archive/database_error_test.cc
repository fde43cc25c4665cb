// Reading one state of an archive while a writer goes on.
#include "common/archive/database_error.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

void publish(const ArchiveLayout& layout, std::uint32_t generation) {
  Manifest manifest = new_manifest("none");
  manifest.generation = generation;
  write_manifest(layout.manifest(), manifest);
}

TEST_CASE("who reads files of a generation that goes meanwhile reads those of the next") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path()};
  publish(layout, 1);
  std::vector<std::uint32_t> read;
  read_archive(layout, [&](const Manifest& manifest) {
    read.push_back(manifest.generation);
    if (read.size() == 1) {
      publish(layout, 2);
    }
    require_same_generation(layout, manifest);
  });
  CHECK(read == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("what looks damaged is read again when there is a new generation, and else told") {
  const test::TempFolder folder;
  const ArchiveLayout layout{folder.path()};
  publish(layout, 1);
  int attempts = 0;
  const auto fail_at_first = [&](bool publishes) {
    attempts = 0;
    read_archive(layout, [&](const Manifest& manifest) {
      if (++attempts == 1) {
        publish(layout, manifest.generation + (publishes ? 1 : 0));
        throw Error("damaged", "hint", ExitCode::Damaged);
      }
    });
  };
  fail_at_first(true);
  CHECK(attempts == 2);
  CHECK_THROWS_AS(fail_at_first(false), Error);
  CHECK(attempts == 1);
}

}  // namespace
}  // namespace dateline

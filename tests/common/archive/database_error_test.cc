// Reading one state of an archive while a writer goes on.
#include "common/archive/database_error.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <span>
#include <string>
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

TEST_CASE("a new generation of any of several archives makes all be read again") {
  const test::TempFolder folder;
  const std::vector<ArchiveLayout> layouts = {{folder.path() / "a"}, {folder.path() / "b"}};
  for (const ArchiveLayout& layout : layouts) {
    std::filesystem::create_directory(layout.folder);
    publish(layout, 1);
  }
  std::vector<std::vector<std::uint32_t>> read;
  read_archives(layouts, [&](std::span<const Manifest> manifests) {
    read.push_back({manifests[0].generation, manifests[1].generation});
    if (read.size() == 1) {
      publish(layouts[1], 2);
      throw Error("damaged", "hint", ExitCode::Damaged);
    }
  });
  CHECK(read == std::vector<std::vector<std::uint32_t>>{{1, 1}, {1, 2}});
}

TEST_CASE("an error that may be of any of several archives names them all") {
  const test::TempFolder folder;
  const std::vector<ArchiveLayout> layouts = {{folder.path() / "a"}, {folder.path() / "b"}};
  for (const ArchiveLayout& layout : layouts) {
    std::filesystem::create_directory(layout.folder);
    publish(layout, 1);
  }
  const std::string a = layouts[0].folder.string();
  const std::string b = layouts[1].folder.string();
  const auto fail = [](std::span<const Manifest> /*manifests*/) {
    throw Xapian::DatabaseCorruptError("a block is odd");
  };
  CHECK_THROWS_WITH_AS(read_archives(layouts, fail),
                       ("the archive in " + a + " or " + b + " is damaged: a block is odd").c_str(),
                       Error);
  std::filesystem::remove(layouts[1].manifest());
  CHECK_THROWS_WITH_AS(read_archives(layouts, fail),
                       ("cannot read " + layouts[1].manifest().string()).c_str(), Error);
}

}  // namespace
}  // namespace dateline

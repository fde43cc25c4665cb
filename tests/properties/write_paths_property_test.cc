// Which way articles took cannot be told from the archive.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/pipeline.h"
#include "tests/properties/random_articles.h"
#include "tests/support/archive_dump.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr std::size_t article_count = 150;

/// What stands in a file at several moments: articles come, change and go, but never all at once,
/// for Xapian forgets the bounds of lengths and values when its last document goes.
std::vector<std::string> random_states(Random& random, std::size_t count) {
  std::vector<std::string> records(article_count);
  std::vector<std::string> states;
  while (states.size() < count) {
    for (std::size_t i = 0; i < article_count; ++i) {
      const bool is_new = states.empty();
      if (is_new || random() % 3 == 0) {
        records[i] = random() % 4 == 0 ? "" : random_record(random, "a" + std::to_string(i)) + "\n";
      }
    }
    std::string& lines = states.emplace_back();
    for (const std::string& record : records) {
      lines += record;
    }
  }
  return states;
}

UpdateOptions options_for(const std::filesystem::path& file, WritePath path) {
  UpdateOptions options;
  options.paths = {file.string()};
  options.path = path;
  options.prune = true;
  options.verify = true;
  return options;
}

/// Brings one archive through several states of a file, each in one of two ways.
std::string dump_after(const std::filesystem::path& folder, const std::vector<std::string>& states,
                       const std::vector<WritePath>& paths, const UpdateOptions& more = {}) {
  const ArchiveLayout layout{folder / "archive"};
  std::filesystem::create_directories(folder);
  // Every archive reads the same file, for its path is told in them.
  const auto file = folder.parent_path() / "news.jsonl";
  for (std::size_t i = 0; i < states.size(); ++i) {
    write_file_atomically(file, states[i]);
    UpdateOptions options = options_for(file, paths[i]);
    options.jobs = more.jobs;
    options.memory_bytes = more.memory_bytes;
    update_archive(layout, options, {});
  }
  return dump_archive(layout);
}

TEST_CASE("articles written one by one and in bulk make equal archives") {
  using enum WritePath;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const TempFolder folder;
    const std::vector<std::string> states = random_states(random, 3);
    const std::string direct = dump_after(folder.path() / "1", states, {Direct, Direct, Direct});
    CHECK(dump_after(folder.path() / "2", states, {Bulk, Bulk, Bulk}) == direct);
    CHECK(dump_after(folder.path() / "3", states, {Bulk, Direct, Bulk}) == direct);
    CHECK(dump_after(folder.path() / "4", states, {Direct, Bulk, Direct}) == direct);
  }
}

TEST_CASE("threads and memory make no difference to a bulk import") {
  Random random(7);
  const TempFolder folder;
  // More than one batch, and more than is kept in memory.
  std::string lines;
  for (std::size_t i = 0; lines.size() < (std::size_t{3} << 20); ++i) {
    lines += random_record(random, "b" + std::to_string(i)) + "\n";
  }
  const auto dump_with = [&](const char* name, unsigned jobs, std::size_t memory_bytes) {
    UpdateOptions more;
    more.jobs = jobs;
    more.memory_bytes = memory_bytes;
    return dump_after(folder.path() / name, {lines}, {WritePath::Bulk}, more);
  };
  const std::string expected = dump_with("1", 1, std::size_t{512} << 20);
  CHECK(dump_with("2", 3, std::size_t{512} << 20) == expected);
  CHECK(dump_with("3", 2, 0) == expected);
}

}  // namespace
}  // namespace dateline::test

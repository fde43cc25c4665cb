// A check calls an archive whole when it is what was committed, and damaged when one bit of it is
// another.
#include "indexer/write/archive_check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/archive/manifest.h"
#include "common/error.h"
#include "indexer/pipeline.h"
#include "indexer/write/apart.h"
#include "tests/properties/random_articles.h"
#include "tests/support/archive_dump.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

const CheckOptions check_options = {.threads = 2, .patience = std::chrono::minutes(5)};

std::string random_lines(unsigned seed, std::size_t count) {
  Random random(seed);
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines += random_record(random, "a" + std::to_string(i)) + "\n";
  }
  return lines;
}

void update(const ArchiveLayout& layout, const std::filesystem::path& file,
            WritePath path = WritePath::Automatic, bool entities = true) {
  UpdateOptions options;
  options.paths = {file.string()};
  options.prune = true;
  options.path = path;
  options.analysis.entities = entities;
  update_archive(layout, options, {});
}

/// Makes the manifest what a writer leaves that dies.
void forget_digests(const ArchiveLayout& layout) {
  Manifest manifest = read_manifest(layout.manifest());
  manifest.files.reset();
  write_manifest(layout.manifest(), manifest);
}

void flip(const std::filesystem::path& file, std::size_t at, unsigned bit) {
  std::string bytes = read_whole_file(file);
  bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
  std::ofstream(file, std::ios::binary) << bytes;
}

/// The files that are damaged, each once.
std::vector<std::string> damaged_files(const ArchiveCheck& check) {
  std::vector<std::string> files;
  for (const Damage& damage : check.damage) {
    CAPTURE(damage.message);
    CHECK(!damage.message.empty());
    if (std::ranges::find(files, damage.file) == files.end()) {
      files.push_back(damage.file);
    }
  }
  return files;
}

void check_whole(const ArchiveLayout& layout, std::size_t articles) {
  const ArchiveCheck by_digests = check_archive(layout, check_options);
  CHECK(by_digests.way == ArchiveCheck::Way::Digests);
  CHECK(by_digests.damage.empty());
  CHECK(by_digests.articles == articles);
  CHECK(by_digests.files >= 4);
  forget_digests(layout);
  const ArchiveCheck by_contents = check_archive(layout, check_options);
  CHECK(by_contents.way == ArchiveCheck::Way::Contents);
  for (const Damage& damage : by_contents.damage) {
    FAIL_CHECK(damage.file << ": " << damage.message);
  }
  CHECK(by_contents.articles == articles);
  CHECK(by_contents.other_model.empty());
}

TEST_CASE("an archive is whole by its digests and by its contents, however it was written") {
  for (const WritePath path : {WritePath::Direct, WritePath::Bulk}) {
    for (const bool entities : {true, false}) {
      CAPTURE(entities);
      const TempFolder folder;
      const ArchiveLayout layout{folder.path() / "archive"};
      update(layout, folder.write("news.jsonl", random_lines(1, 150)), path, entities);
      check_whole(layout, 150);
      // Some are replaced and some removed, from what looks like a writer that died.
      update(layout, folder.write("news.jsonl", random_lines(2, 90)), path, entities);
      check_whole(layout, 90);
    }
  }
}

TEST_CASE("an archive without articles is whole") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", ""));
  check_whole(layout, 0);
}

TEST_CASE("names that another model found are not looked for again") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", random_lines(1, 30)));
  Manifest manifest = read_manifest(layout.manifest());
  manifest.entity_model = "another model";
  manifest.files.reset();
  write_manifest(layout.manifest(), manifest);
  const ArchiveCheck check = check_archive(layout, check_options);
  CHECK(check.damage.empty());
  CHECK(check.other_model == "another model");
}

TEST_CASE("an archive of another version is named as such, and never called damaged") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", random_lines(1, 5)));
  Manifest manifest = read_manifest(layout.manifest());
  manifest.analyzer = "dateline-0";
  write_manifest(layout.manifest(), manifest);
  try {
    check_archive(layout, check_options);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.exit_code() == ExitCode::OtherVersion);
    CHECK(std::string(error.what()).find("dateline-0") != std::string::npos);
  }
}

TEST_CASE("a flipped bit in any file is found by its digest") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", random_lines(1, 40)));
  const Manifest manifest = read_manifest(layout.manifest());
  const Generation generation = layout.generation(manifest.generation);
  Random random(7);
  for (const auto& [name, digest] : *manifest.files) {
    const auto file = generation.folder / name;
    for (int i = 0; i < 5 && digest.bytes > 0; ++i) {
      const std::size_t at = random() % digest.bytes;
      const unsigned bit = random() % 8;
      CAPTURE(name);
      CAPTURE(at);
      flip(file, at, bit);
      const ArchiveCheck check = check_archive(layout, check_options);
      const std::string full_name = generation.folder.filename().string() + "/" + name;
      CHECK(damaged_files(check) == std::vector<std::string>{full_name});
      CHECK(!advice_for(check).empty());
      flip(file, at, bit);
    }
  }
  flip(layout.manifest(), 40, 0);
  CHECK(damaged_files(check_archive(layout, check_options)) ==
        std::vector<std::string>{"manifest.json"});
}

TEST_CASE("files that are missing, cut short or none of the archive are named") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", random_lines(1, 5)));
  const Generation generation = layout.generation(read_manifest(layout.manifest()).generation);
  const std::string name = generation.folder.filename().string();
  std::ofstream(generation.folder / "entities.tsv.new") << "a draft that the next run removes";
  CHECK(check_archive(layout, check_options).damage.empty());
  std::ofstream(generation.folder / "stranger") << "x";
  std::filesystem::resize_file(generation.names(), 3);
  std::filesystem::remove(generation.database() / "position.glass");
  const ArchiveCheck check = check_archive(layout, check_options);
  CHECK(damaged_files(check) == std::vector<std::string>{name + "/names.tsv",
                                                         name + "/xapian/position.glass",
                                                         name + "/stranger"});
  CHECK(advice_for(check).find("from the stored text") != std::string::npos);
  std::filesystem::remove(generation.database() / "docdata.glass");
  CHECK(advice_for(check_archive(layout, check_options)).find("PATH") != std::string::npos);
  std::filesystem::remove_all(generation.folder);
  CHECK(damaged_files(check_archive(layout, check_options)) == std::vector<std::string>{name});
}

/// What an archive holds, but for the digests of what was read (slot 3): an article for which that
/// is another is analyzed anew by the next update, and no answer depends on it.
std::string dump_of(const ArchiveLayout& layout) {
  std::string dump = dump_archive(layout);
  if (const std::size_t bounds = dump.find("\nslot 3 "); bounds != std::string::npos) {
    dump.erase(bounds, dump.find("\nslot 4 ") - bounds);
  }
  constexpr std::string_view value = "\nvalue 3 ";
  constexpr std::size_t digest_bytes = 16;
  for (std::size_t at = dump.find(value); at != std::string::npos; at = dump.find(value, at + 1)) {
    dump.erase(at + value.size(), digest_bytes);
  }
  return dump;
}

/// All that can be read of an archive, or how that failed.
std::string read_all(const ArchiveLayout& layout) {
  std::string text;
  const ApartEnd end = run_apart(
      [&layout](const Say& say) { say(std::to_string(std::hash<std::string>()(dump_of(layout)))); },
      [&text](std::string_view line) { text = line; }, std::chrono::minutes(5));
  return end.is_whole ? text : end.how;
}

TEST_CASE("without digests, a flipped bit that changes anything is found by the contents") {
  const TempFolder folder;
  const ArchiveLayout layout{folder.path() / "archive"};
  update(layout, folder.write("news.jsonl", random_lines(1, 120)));
  forget_digests(layout);
  const Generation generation = layout.generation(read_manifest(layout.manifest()).generation);
  const std::string whole = read_all(layout);
  REQUIRE(whole.size() > 10);
  Random random(11);
  std::size_t changed = 0;
  for (const std::string name :
       {"xapian/postlist.glass", "xapian/position.glass", "xapian/docdata.glass",
        "xapian/termlist.glass", "names.tsv", "entities.tsv"}) {
    const auto file = generation.folder / name;
    for (int i = 0; i < 20; ++i) {
      const std::size_t at = random() % std::filesystem::file_size(file);
      const unsigned bit = random() % 8;
      CAPTURE(name);
      CAPTURE(at);
      CAPTURE(bit);
      flip(file, at, bit);
      if (read_all(layout) != whole) {
        ++changed;
        CHECK(!check_archive(layout, check_options).damage.empty());
      }
      flip(file, at, bit);
    }
  }
  CHECK(changed >= 10);
  CHECK(check_archive(layout, check_options).damage.empty());
}

}  // namespace
}  // namespace dateline::test

// Tests of the record of files that were read: what it keeps, and that it never says too much.
#include "indexer/write/source_files.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;

namespace dateline {

namespace {

constexpr std::int64_t long_after = std::int64_t{1} << 62;

/// A file like no other one.
ReadFile read_file(std::uint64_t number) {
  const auto time = static_cast<std::int64_t>(number) * 1'000'000'007;
  return {{.size = number + 1, .mtime_ns = time, .ctime_ns = time + 5, .inode = number + 100},
          number * 3,
          number * 4000};
}

SourceFiles two_files() {
  SourceFiles files;
  files.set("/news/a.txt", "text en", read_file(1), long_after);
  files.set("/news/b.jsonl", "jsonl en", read_file(2), long_after);
  return files;
}

TEST_CASE("what was set is found again, in memory and after a round trip, whatever the path") {
  const std::vector<std::string> paths = {
      "/news/a.txt",  "/news/tab\there",   "/news/line\nbreak", "/news/100%",
      "/news/%41",    "/news/Go\xEFta",    "/news/Bogotá",      "/news/a b",
      "/news/\xFF%0", "/news/\x01\x7F\r.", "#comment",          "/news/" + std::string(4000, 'x')};
  SourceFiles files;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    files.set(paths[i], "text \t%", read_file(i), long_after);
  }
  CHECK(files.is_changed());
  const test::TempFolder folder;
  const fs::path file = folder.path() / "sources.tsv";
  files.write(file);
  CHECK(!files.is_changed());

  const SourceFiles again = SourceFiles::read(file);
  CHECK(again.size() == paths.size());
  CHECK(!again.is_changed());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    CAPTURE(paths[i]);
    for (const SourceFiles* known : std::vector<const SourceFiles*>{&files, &again}) {
      const ReadFile* const found = known->find(paths[i], "text \t%");
      REQUIRE(found != nullptr);
      CHECK(*found == read_file(i));
      CHECK(known->is_untouched(paths[i], "text \t%", read_file(i).state));
    }
  }
  CHECK(again.find("/news/A", "text \t%") == nullptr);
}

TEST_CASE("numbers of any size come back") {
  const ReadFile extreme{
      {.size = UINT64_MAX, .mtime_ns = INT64_MIN, .ctime_ns = -1, .inode = UINT64_MAX},
      UINT64_MAX,
      UINT64_MAX};
  SourceFiles files;
  files.set("/a", "text", extreme, long_after);
  const test::TempFolder folder;
  files.write(folder.path() / "sources.tsv");
  const SourceFiles again = SourceFiles::read(folder.path() / "sources.tsv");
  REQUIRE(again.find("/a", "text") != nullptr);
  CHECK(*again.find("/a", "text") == extreme);
}

TEST_CASE("a file that changed, or is read in another way, is no match") {
  const SourceFiles files = two_files();
  const FileState state = read_file(1).state;
  FileState touched = state;
  ++touched.mtime_ns;
  CHECK(files.is_untouched("/news/a.txt", "text en", state));
  CHECK(!files.is_untouched("/news/a.txt", "text en", touched));
  CHECK(!files.is_untouched("/news/a.txt", "text fr", state));
  CHECK(!files.is_untouched("/news/a.txt", "jsonl en", state));
  CHECK(!files.is_untouched("/news/a.txt", "", state));
  CHECK(!files.is_untouched("/news/b.jsonl", "jsonl en", state));
  CHECK(!files.is_untouched("/news/c.txt", "text en", state));
}

TEST_CASE("the last reading of a file counts") {
  SourceFiles files = two_files();
  files.set("/news/a.txt", "text fr", read_file(3), long_after);
  CHECK(files.size() == 2);
  CHECK(files.find("/news/a.txt", "text en") == nullptr);
  REQUIRE(files.find("/news/a.txt", "text fr") != nullptr);
  CHECK(*files.find("/news/a.txt", "text fr") == read_file(3));
}

TEST_CASE("a file that could change unseen is not kept, and no older state of it either") {
  SourceFiles files = two_files();
  ReadFile young = read_file(5);
  files.set("/news/young.txt", "text en", young, young.state.ctime_ns + max_time_step_ns - 1);
  files.set("/news/a.txt", "text en", young, young.state.ctime_ns);
  CHECK(files.size() == 1);
  CHECK(files.find("/news/young.txt", "text en") == nullptr);
  CHECK(files.find("/news/a.txt", "text en") == nullptr);
  files.set("/news/young.txt", "text en", young, young.state.ctime_ns + max_time_step_ns);
  CHECK(files.find("/news/young.txt", "text en") != nullptr);
}

TEST_CASE("a forgotten file is gone until it is set again") {
  SourceFiles files = two_files();
  files.forget("/news/a.txt");
  files.forget("/news/a.txt");
  files.forget("/news/never.txt");
  CHECK(files.size() == 1);
  CHECK(files.find("/news/a.txt", "text en") == nullptr);
  CHECK(files.find("/news/b.jsonl", "jsonl en") != nullptr);
  CHECK(files.to_text().find("a.txt") == std::string::npos);

  files.set("/news/a.txt", "text en", read_file(1), long_after);
  CHECK(files.size() == 2);
  CHECK(files.to_text() == two_files().to_text());
}

TEST_CASE("the text is the same for the same files, in whatever order they came") {
  SourceFiles files;
  files.set("/news/b.jsonl", "jsonl en", read_file(9), long_after);
  files.set("/news/c.txt", "text en", read_file(3), long_after);
  files.set("/news/a.txt", "text en", read_file(1), long_after);
  files.forget("/news/c.txt");
  files.set("/news/b.jsonl", "jsonl en", read_file(2), long_after);
  CHECK(files.to_text() == two_files().to_text());
}

TEST_CASE("only what makes a difference is a change") {
  const test::TempFolder folder;
  const fs::path file = folder.path() / "sources.tsv";
  CHECK(!SourceFiles().is_changed());
  two_files().write(file);
  SourceFiles files = SourceFiles::read(file);
  files.set("/news/a.txt", "text en", read_file(1), long_after);
  files.forget("/news/never.txt");
  CHECK(!files.is_changed());
  files.forget("/news/a.txt");
  CHECK(files.is_changed());
  files.write(file);
  CHECK(!files.is_changed());
  files.set("/news/b.jsonl", "text en", read_file(2), long_after);
  CHECK(files.is_changed());
}

TEST_CASE("a record that is missing, cut short, or flipped in any bit is empty") {
  const test::TempFolder folder;
  const fs::path file = folder.path() / "sources.tsv";
  CHECK(SourceFiles::read(file).size() == 0);
  CHECK(SourceFiles::read(folder.path()).size() == 0);

  two_files().write(file);
  const std::string whole = read_whole_file(file);
  REQUIRE(SourceFiles::read(file).size() == 2);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const unsigned bit : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
      folder.write("sources.tsv", damaged);
      CAPTURE(at);
      CAPTURE(bit);
      REQUIRE(SourceFiles::read(file).size() == 0);
    }
    folder.write("sources.tsv", whole.substr(0, at));
    REQUIRE(SourceFiles::read(file).size() == 0);
  }
  folder.write("sources.tsv", whole + "\n");
  CHECK(SourceFiles::read(file).size() == 0);
  folder.write("sources.tsv", whole);
  CHECK(SourceFiles::read(file).size() == 2);
}

TEST_CASE("a record of another version is empty") {
  // Their digests are those of their own bytes, so that nothing but version and form tells.
  const test::TempFolder folder;
  struct Case {
    const char* what;
    const char* content;
    std::size_t size;
  };
  for (const Case& c : {
           Case{"this version",
                "# dateline files read 1\n/a\ttext\t1\t2\t3\t4\t5\t6\n# xxh3 e2f287921128216e\n",
                1},
           Case{"the next version",
                "# dateline files read 2\n/a\ttext\t1\t2\t3\t4\t5\t6\n# xxh3 a88d09578fdd8221\n",
                0},
           Case{"a number too few",
                "# dateline files read 1\n/a\ttext\t1\t2\t3\t4\t5\n# xxh3 e73ee69adb6090fc\n", 0},
           Case{"no number",
                "# dateline files read 1\n/a\ttext\t1\t2\tx\t4\t5\t6\n# xxh3 19e889ed61e278bf\n",
                0},
       }) {
    CAPTURE(c.what);
    folder.write("sources.tsv", c.content);
    CHECK(SourceFiles::read(folder.path() / "sources.tsv").size() == c.size);
  }
}

}  // namespace

}  // namespace dateline

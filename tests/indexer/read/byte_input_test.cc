// Tests of the bytes that come out of files, plain, compressed and broken.
#include "indexer/read/byte_input.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/indexer/read/read_all.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

std::string read_bytes(ByteInput& input) {
  std::string bytes;
  for (std::string_view block = input.next_block(); !block.empty(); block = input.next_block()) {
    bytes += block;
  }
  return bytes;
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 40'000; ++i) {
    text += "line " + std::to_string(i * 7919) + "\n";
  }
  return text;
}

TEST_CASE("plain and compressed files give the same bytes, whatever their name") {
  const test::TempFolder folder;
  const std::string text = long_text();
  const std::string half = text.substr(0, text.size() / 2);
  const std::string rest = text.substr(half.size());
  using test::compress;
  struct Case {
    const char* name;
    std::string content;
  };
  const std::vector<Case> cases = {
      {"plain", text},
      {"plain.gz", text},
      {"gzip", compress(text, "gzip")},
      {"zstd", compress(text, "zstd")},
      {"members.gz", compress(half, "gzip") + compress(rest, "gzip")},
      {"padded.gz", compress(text, "gzip") + std::string(1000, '\0')},
      {"members.zst", compress(half, "zstd") + compress(rest, "zstd")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ByteInput input(folder.write(c.name, c.content).string());
    CHECK((read_bytes(input) == text));
    CHECK(input.failure() == "");
    CHECK(input.next_block().empty());
  }
}

TEST_CASE("peeking takes nothing away") {
  const test::TempFolder folder;
  ByteInput input(folder.write("a", "some text").string());
  CHECK(input.peek() == "some text");
  CHECK(input.peek() == "some text");
  CHECK(input.next_block() == "some text");
  CHECK(input.peek().empty());
}

TEST_CASE("an empty file has no bytes and is no failure, compressed or not") {
  const test::TempFolder folder;
  for (const std::string& content :
       {std::string{}, test::compress("", "gzip"), test::compress("", "zstd")}) {
    CAPTURE(content.size());
    ByteInput input(folder.write("a", content).string());
    CHECK(input.next_block().empty());
    CHECK(input.failure() == "");
  }
}

TEST_CASE("a gzip file cut short anywhere gives all that it has, then says so") {
  const test::TempFolder folder;
  const std::string text = "first line\nsecond line\n";
  const std::string member = test::compress(text, "gzip");
  for (std::size_t size = 2; size < 2 * member.size(); ++size) {
    CAPTURE(size);
    if (size == member.size()) {
      continue;  // whole
    }
    ByteInput input(folder.write("a", (member + member).substr(0, size)).string());
    const std::string bytes = read_bytes(input);
    CHECK((text + text).starts_with(bytes));
    CHECK((size < member.size() || bytes.starts_with(text)));
    CHECK(input.failure() ==
          "cannot be unpacked to its end (it ends in the middle): it is damaged, fetch or "
          "compress it again");
  }
}

TEST_CASE("damage in a compressed file is never silent") {
  const test::TempFolder folder;
  for (const char* filter : {"gzip", "zstd"}) {
    CAPTURE(filter);
    const std::string whole = test::compress(long_text(), filter);
    std::string bad_checksum = whole;
    bad_checksum[whole.size() - (filter == std::string_view("gzip") ? 6 : 2)] ^= 1;
    for (const std::string& content :
         {whole.substr(0, whole.size() - 20), whole + "something else", bad_checksum}) {
      CAPTURE(content.size());
      ByteInput input(folder.write("a", content).string());
      CHECK(long_text().starts_with(read_bytes(input)));
      CHECK(input.failure().starts_with("cannot be unpacked to its end ("));
      CHECK(input.next_block().empty());
    }
  }
}

TEST_CASE("what is no plain file is a failure and is never waited for") {
  const test::TempFolder folder;
  const std::string fifo = folder.path() / "fifo";
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  for (const std::string& path : {fifo, folder.path().string(), std::string("/dev/null")}) {
    CAPTURE(path);
    ByteInput input(path);
    CHECK(input.failure() == "is not a plain file: name a file or folder of articles");
    CHECK(input.next_block().empty());
  }
}

TEST_CASE("a file that is gone or may not be read says why and what to do") {
  const test::TempFolder folder;
  const ByteInput gone((folder.path() / "gone").string());
  CHECK(gone.failure() ==
        "cannot be opened (No such file or directory): it is gone; if it was moved, run again");
  if (geteuid() != 0) {  // permissions do not bind root
    const auto file = folder.write("locked", "text");
    std::filesystem::permissions(file, std::filesystem::perms::none);
    const ByteInput locked(file.string());
    CHECK(locked.failure() ==
          "cannot be opened (Permission denied): give yourself permission to read it");
  }
}

TEST_CASE("a file deleted while it is read is read to its end") {
  const test::TempFolder folder;
  const auto file = folder.write("a", long_text());
  ByteInput input(file.string());
  std::string bytes(input.next_block());
  std::filesystem::remove(file);
  bytes += read_bytes(input);
  CHECK((bytes == long_text()));
  CHECK(input.failure() == "");
}

}  // namespace

}  // namespace dateline

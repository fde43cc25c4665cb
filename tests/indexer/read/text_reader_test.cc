// Tests of the article that is a text file.
#include "indexer/read/text_reader.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/indexer/read/read_all.h"
#include "tests/support/temp_folder.h"

using namespace std::string_literals;

namespace dateline {

namespace {

test::ReadOutcome read_text_file(std::string_view content) {
  const test::TempFolder folder;
  return test::read_all(folder.write("file.txt", content), InputFormat::Text);
}

TEST_CASE("a text file is one article, decoded and mended, without a title") {
  struct Case {
    std::string content;
    const char* text;
  };
  const std::vector<Case> cases = {
      {"Headline\n\nText.\n", "Headline\n\nText.\n"},
      {"one\r\ntwo", "one\ntwo"},
      {"\xEF\xBB\xBFGoïta", "Goïta"},
      {"\xFF\xFEG\0o\0\xEF\0"s, "Goï"},
      {"\xFE\xFF\0G\0o\0\xEF"s, "Goï"},
      {"\0\0\xFE\xFF\0\0\0G"s, "G"},
      {"A stray NUL\0 in a text of some length is litter."s,
       "A stray NUL in a text of some length is litter."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const test::ReadOutcome outcome = read_text_file(c.content);
    CHECK(test::problems_of(outcome) == "");
    REQUIRE(outcome.articles.size() == 1);
    const Article& article = outcome.articles[0];
    CHECK(article.text == c.text);
    CHECK(article.id == "base");
    CHECK(article.origin.path.ends_with("/file.txt"));
    CHECK(article.origin.record == "");
    CHECK(article.title == "");
    CHECK(article.date == std::nullopt);
  }
}

TEST_CASE("a compressed text is the same article") {
  for (const char* filter : {"gzip", "zstd"}) {
    CAPTURE(filter);
    const test::ReadOutcome outcome = read_text_file(test::compress("Some text.", filter));
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.articles[0].text == "Some text.");
  }
}

TEST_CASE("what holds no text is a problem that says what to do") {
  std::string all_bytes;
  for (int i = 0; i < 256; ++i) {
    all_bytes += static_cast<char>(i);
  }
  struct Case {
    std::string content;
    const char* problem;
  };
  const std::vector<Case> cases = {
      {"", "file.txt is empty: write articles into it, or remove it\n"},
      {test::compress("", "gzip"), "file.txt is empty: write articles into it, or remove it\n"},
      {" \n\t\r\n", "file.txt holds no text: write the article into it, or remove it\n"},
      {"\xEF\xBB\xBF", "file.txt holds no text: write the article into it, or remove it\n"},
      {all_bytes, "file.txt is binary, not text: remove it, or save its text as UTF-8\n"},
      {"\x7F"
       "ELF\2\1\1\0\0\0"s,
       "file.txt is binary, not text: remove it, or save its text as UTF-8\n"},
      {"G\0o\0i\0t\0a\0"s, "file.txt is binary, not text: remove it, or save its text as UTF-8\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.problem);
    const test::ReadOutcome outcome = read_text_file(c.content);
    CHECK(outcome.articles.empty());
    CHECK(test::problems_of(outcome) == c.problem);
  }
}

TEST_CASE("a text longer than any article is a problem") {
  const test::TempFolder folder;
  const std::string megabyte(std::size_t{1} << 20, 'x');
  const auto file = folder.write("file.zst", test::compress(megabyte, "zstd", 65));
  const test::ReadOutcome outcome = test::read_all(file, InputFormat::Text);
  CHECK(outcome.articles.empty());
  CHECK(test::problems_of(outcome) ==
        "file.zst is longer than 64 MiB: divide it into a file for each article\n");
}

TEST_CASE("half a text is no article") {
  const std::string packed = test::compress("A text that will not come to its end.", "gzip");
  const test::ReadOutcome outcome = read_text_file(packed.substr(0, packed.size() - 10));
  CHECK(outcome.articles.empty());
  CHECK(test::problems_of(outcome).starts_with("file.txt cannot be unpacked to its end ("));
}

}  // namespace

}  // namespace dateline

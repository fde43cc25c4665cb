// Tests of what the name of a file says.
#include "indexer/read/file_name.h"

#include <doctest/doctest.h>

#include <vector>

using namespace std::string_view_literals;

namespace dateline {

namespace {

std::string to_string(std::optional<InputFormat> format) {
  if (!format) {
    return "nothing";
  }
  return *format == InputFormat::Text ? "text" : "jsonl";
}

TEST_CASE("a name says its format and its stem, compressed or not, in any case") {
  struct Case {
    std::string_view path;
    std::string_view stem;
    std::string_view format;
  };
  const std::vector<Case> cases = {
      {"kidal.txt", "kidal", "text"},
      {"march/kidal.text", "march/kidal", "text"},
      {"march/kidal.TXT", "march/kidal", "text"},
      {"a.jsonl", "a", "jsonl"},
      {"a.ndjson", "a", "jsonl"},
      {"a.json", "a", "jsonl"},
      {"a.Json.GZ", "a", "jsonl"},
      {"a.txt.zst", "a", "text"},
      {"a.b.txt", "a.b", "text"},
      {"a.txt.txt", "a.txt", "text"},
      {"a.gz", "a", "nothing"},
      {"a.gz.gz", "a", "nothing"},
      {"page.html", "page", "nothing"},
      {"notes-v1.2", "notes-v1.2", "nothing"},
      {"notes-v1.2.txt", "notes-v1.2", "text"},
      {"12345", "12345", "nothing"},
      {"a.", "a.", "nothing"},
      {".txt", ".txt", "nothing"},
      {"folder.txt/.json", "folder.txt/.json", "nothing"},
      {"folder.txt/a", "folder.txt/a", "nothing"},
      {".gz", ".gz", "nothing"},
      {".txt.gz", ".txt", "nothing"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.path);
    const FileName name = split_file_name(c.path);
    CHECK(name.stem == c.stem);
    CHECK(to_string(name.format) == c.format);
  }
}

TEST_CASE("a path is shown as valid UTF-8 without control characters") {
  struct Case {
    std::string_view path;
    std::string_view shown;
  };
  const std::vector<Case> cases = {
      {"/a/Goïta 100%.txt", "/a/Goïta 100%.txt"},
      {"/a\nb\x1B[31m", "/a%0Ab%1B[31m"},
      {"/\xFF\xFE.txt", "/%FF%FE.txt"},
      {"/Go\xEFta", "/Go%EFta"},
      {"/\xC2\x85", "/%C2%85"},               // a control character of two bytes
      {"/\xE2\x80\xAEtxt", "/%E2%80%AEtxt"},  // turns the direction of what follows
      {"/\xEF\xBF\xBD", "/\xEF\xBF\xBD"},     // U+FFFD itself is valid
      {"/nul\0"sv, "/nul%00"},
      {"-", "stdin"},
      {"", "\"\""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.shown);
    CHECK(shown_path(c.path) == c.shown);
  }
}

}  // namespace

}  // namespace dateline

// Articles as they stand in their files, and mended.
#include "indexer/read/raw_article.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "indexer/read/reader.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

RawArticle read_first(std::string_view content, InputFormat format) {
  const test::TempFolder folder;
  const auto file = folder.write("file", std::string(content));
  const auto result = open_reader({file.string(), "file"}, format)->next();
  REQUIRE(result.has_value());
  REQUIRE(std::holds_alternative<RawArticle>(*result));
  return std::get<RawArticle>(*result);
}

}  // namespace

TEST_CASE("a text file is handed out as it stands, and decoded where it is no UTF-8") {
  using namespace std::string_literals;
  const auto text_of = [](const std::string& bytes) {
    return read_first(bytes, InputFormat::Text).text;
  };
  CHECK(text_of("Bamako\r\n\tMali\r\n") == "Bamako\r\n\tMali\r\n");
  CHECK(text_of("GoÃ¯ta spoke in the town of Kidal \0 today"s) ==
        "GoÃ¯ta spoke in the town of Kidal \0 today"s);
  CHECK(text_of("\xEF\xBB\xBFMali") == "\xEF\xBB\xBFMali");
  CHECK(text_of("\xFF\xFEM\0a\0"s) == "Ma");
  CHECK(text_of("é\xFFé") == "é\xEF\xBF\xBDé");
}

TEST_CASE("title and text of a record are handed out as they stand") {
  const RawArticle raw = read_first(
      R"({"id":"a","title":" Go\u00c3\u00afta\u0000 ","text":"A\r\nB\u200b","author":" Jane\tDoe "})",
      InputFormat::JsonLines);
  CHECK(raw.title == std::string(" GoÃ¯ta\0 ", 11));
  CHECK(raw.text == "A\r\nB\u200B");
  CHECK(raw.article.author == "Jane Doe");
  const Article mended = mend_article(raw);
  CHECK(mended.title == "Goïta");
  CHECK(mended.text == "A\nB");
  CHECK(mended.id == "a");
}

TEST_CASE("a blank value gives way to another key, and stays where there is none") {
  const RawArticle other =
      read_first(R"({"title":" ","headline":"Mali","text":"","body":"x"})", InputFormat::JsonLines);
  CHECK(other.title == "Mali");
  CHECK(other.text == "x");
  const RawArticle none = read_first(R"({"title":" ","text":"x"})", InputFormat::JsonLines);
  CHECK(none.title == " ");
  CHECK(mend_article(none).title.empty());
}

TEST_CASE("what mending leaves nothing of is blank") {
  CHECK(is_blank_when_mended(""));
  CHECK(is_blank_when_mended(" \r\n\t\xC2\xA0\xE2\x80\x8B"));
  CHECK(!is_blank_when_mended("."));
  CHECK(!is_blank_when_mended("北"));
}

}  // namespace dateline

// From mended text back to the text as it was.
#include "common/text/alignment.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// What became of the first place where `part` stands in the mended text.
std::string before(std::string_view text, std::string_view part, bool is_line = false) {
  TextAlignment alignment;
  const std::string mended = is_line ? mend_line(text, alignment) : mend_text(text, alignment);
  REQUIRE(mended == (is_line ? mend_line(text) : mend_text(text)));
  const std::size_t at = mended.find(part);
  REQUIRE(at != std::string::npos);
  const TextSpan span = alignment.before({at, at + part.size()});
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= text.size());
  return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

TEST_CASE("a part of a mended text leads back to the part it was made of") {
  struct Case {
    std::string text;
    std::string part;
    std::string before;
  };
  using namespace std::string_literals;
  const std::vector<Case> cases = {
      {"Bamako, Mali", "Mali", "Mali"},
      {"a\r\nBamako\r\nMali", "Bamako", "Bamako"},
      {"a\r\nBamako\r\nMali", "Bamako\nMali", "Bamako\r\nMali"},
      {"GoÃ¯ta in Mali", "Goïta", "GoÃ¯ta"},
      {"GoÃ¯ta in Mali", "Mali", "Mali"},
      {"itâ€™s Mali", "it’s", "itâ€™s"},
      {"\xEF\xBB\xBFMali", "Mali", "Mali"},
      {"Ma\xE2\x80\x8Bli\xE2\x80\x8B!", "Mali", "Ma\xE2\x80\x8Bli"},
      {"a \xE2\x80\x8B\xC2\xADMali", "Mali", "Mali"},
      {"Ma\0li \0Kidal"s, "Mali", "Ma\0li"s},
      {"Ma\0li \0Kidal"s, "Kidal", "Kidal"},
      {"in\xC2\xA0Mali", "in Mali", "in\xC2\xA0Mali"},
      {"Goi\xCC\x88ta a\xCC\x81", "Goïta", "Goi\xCC\x88ta"},
      {"Goi\xCC\x88ta, Mali", "Mali", "Mali"},
      {"é\xE4\xBA\xBA"
       "e\xCC\x81\xE4\xBA\xBA\xE5\x8C\x97",
       "北", "北"},
      {"𝔐ali 😀 Kidal", "Kidal", "Kidal"},
      {"x\xFFMali", "Mali", "Mali"},
      {"reportÂ\nMali", "report", "report"},
      {"reportÂ\nMali", "Mali", "Mali"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.part);
    CHECK(before(c.text, c.part) == c.before);
  }
}

TEST_CASE("a line leads back through its folded spaces too") {
  CHECK(before("  Assimi \t GoÃ¯ta \r\n of  Mali ", "Assimi Goïta", true) == "Assimi \t GoÃ¯ta");
  CHECK(before("  Assimi \t GoÃ¯ta \r\n of  Mali ", "Mali", true) == "Mali");
  CHECK(before("  Mali", "Mali", true) == "Mali");
}

TEST_CASE("whatever the bytes, every character leads back to a part that mends to it, in order") {
  const std::vector<std::string> pieces = {"a",
                                           "B",
                                           " ",
                                           "\n",
                                           "\r\n",
                                           "\r",
                                           "\t",
                                           "é",
                                           "e\xCC\x81",
                                           "Ã©",
                                           "â€™",
                                           "\xE2\x80\x8B",
                                           "Â ",
                                           "\xC2\xA0",
                                           "😀",
                                           "\xFF",
                                           "\xE2\x80",
                                           "北",
                                           std::string(1, '\0'),
                                           "\xEF\xBB\xBF",
                                           "o\xCC\x88"};
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += pieces[random() % pieces.size()];
    }
    CAPTURE(text);
    TextAlignment alignment;
    const std::string mended = mend_text(text, alignment);
    REQUIRE(mended == mend_text(text));
    std::size_t last = 0;
    for (std::size_t at = 0; at < mended.size();) {
      const std::size_t end = at + code_point_at(mended, at).bytes;
      const TextSpan span = alignment.before({at, end});
      REQUIRE(last <= span.begin);
      REQUIRE(span.begin < span.end);
      REQUIRE(span.end <= text.size());
      last = span.end;
      at = end;
    }
  }
}

}  // namespace dateline

// Rows of bytes and what comes through the door.
#include "common/text/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace dateline {
namespace {

struct Case {
  std::string_view bytes;
  const char* text;
};

using namespace std::string_view_literals;

TEST_CASE("a text is decoded from the encoding it is in") {
  const Case cases[] = {
      {"plain"sv, "plain"},
      {"\xEF\xBB\xBFmarked"sv, "marked"},
      {"Go\xC3\xAFta"sv, "Goïta"},
      {"\xFF\xFEM\0a\0l\0i\0"sv, "Mali"},
      {"\xFE\xFF\0M\0a\0l\0i"sv, "Mali"},
      {"\xFF\xFE\0\0M\0\0\0"sv, "M"},
      {"Go\xC3\xAFta, Tour\xC3\xA9 and a broken \xFF byte"sv,
       "Goïta, Touré and a broken \uFFFD byte"},
      {"Le pr\xE9sident a \xE9t\xE9 r\xE9\xE9lu \xE0 la majorit\xE9"sv,
       "Le président a été réélu à la majorité"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(decode_text(c.bytes) == c.text);
  }
}

TEST_CASE("mojibake is undone where it cannot be honest text") {
  const Case cases[] = {
      {"GoÃ¯ta and KeÃ¯ta"sv, "Goïta and Keïta"},
      {"Maliâ€™s â€œstabilisationâ€\u009D"sv, "Mali’s “stabilisation”"},
      {"contributed to this reportÂ"sv, "contributed to this report"},
      {"wordÂ\u00A0word Â here"sv, "word word  here"},
      {"costs Â£5"sv, "costs £5"},
      {"château, Âge, TÂCHE"sv, "château, Âge, TÂCHE"},
      {"«IRMû „SPÄ“"sv, "«IRMû „SPÄ“"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(mend_text(c.bytes) == c.text);
  }
}

TEST_CASE("odd characters are mended") {
  const Case cases[] = {
      {"a\r\nb\rc\u2028d\u0085e"sv, "a\nb\nc\nd\ne"},
      {"a\tb\u00A0c\u2009d\u3000e"sv, "a b c d e"},
      {"sta\u00ADbi\u200Bli\uFEFFty"sv, "stability"},
      {"nul\0 bell\a esc\x1B[31m del\x7F c1\u009B"sv, "nul bell esc[31m del c1"},
      {"\u202Eevil\u2066 text"sv, "evil text"},
      {"Toure\u0301"sv, "Touré"},
      {"bad \xC3\x28 \xFF"sv, "bad \uFFFD( \uFFFD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(mend_text(c.bytes) == c.text);
  }
  CHECK(mend_line("  a \n\n b\t c ") == "a b c");
}

TEST_CASE("what comes through the door is valid and is not mended again") {
  constexpr unsigned seed = 7;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (auto i = random() % 40; i > 0; --i) {
      bytes += static_cast<char>(random() % 256);
    }
    const std::string mended = mend_text(bytes);
    REQUIRE(is_valid_utf8(mended));
    REQUIRE(is_valid_utf8(decode_text(bytes)));
    REQUIRE(mended.find('\0') == std::string::npos);
    REQUIRE(mended.find('\x1B') == std::string::npos);
  }
}

TEST_CASE("cuts and widths respect characters") {
  CHECK(cut_at_character("Goïta", 3) == "Go");
  CHECK(cut_at_character("Goïta", 4) == "Goï");
  CHECK(cut_at_character("Goïta", 99) == "Goïta");
  CHECK(display_width("Goïta") == 5);
  CHECK(display_width("北京") == 4);
  CHECK(display_width("e\u0301") == 1);
}

}  // namespace
}  // namespace dateline

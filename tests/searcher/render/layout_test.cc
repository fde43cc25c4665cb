// Wrapping, shortening and joining lines.
#include "searcher/render/layout.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>

#include "common/text/utf8.h"

namespace dateline::test {

namespace {

std::string written(const std::vector<Line>& lines, const TextStyle& style = {}) {
  std::ostringstream out;
  write_lines(out, lines, style);
  return out.str();
}

std::string wrapped(std::string_view text, std::size_t width) {
  return written(wrap({printable(text)}, width));
}

}  // namespace

TEST_CASE("lines break at spaces, and inside words only where a word is longer than a line") {
  struct Case {
    const char* text;
    std::size_t width;
    const char* lines;
  };
  const std::initializer_list<Case> cases = {
      {"", 10, "\n"},
      {"   ", 10, "\n"},
      {"one two three", 7, "one two\nthree\n"},
      {"one two three", 6, "one\ntwo\nthree\n"},
      {"  one   two  ", 20, "one two\n"},
      {"abcdefgh ij", 3, "abc\ndef\ngh\nij\n"},
      {"a abcdefgh", 4, "a\nabcd\nefgh\n"},
      {"a\tb\nc", 10, "a b c\n"},
      {"日本語の新聞", 5, "日本\n語の\n新聞\n"},
      {"in 日本語", 6, "in 日\n本語\n"},
      {"e\xcc\x81tat e\xcc\x81tat", 4, "e\xcc\x81tat\ne\xcc\x81tat\n"},
      {"日本", 1, "日\n本\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.width);
    CHECK(wrapped(c.text, c.width) == c.lines);
  }
}

TEST_CASE("a match over a line end is coloured in both lines and bracketed once") {
  const Fragments text = {{"the ", false}, {"human rights", true}, {" division", false}};
  const TextStyle plain{20, false};
  const TextStyle color{20, true};
  CHECK(written(wrap(highlight(text, Look::Plain, plain), 10), plain) ==
        "the [human\nrights]\ndivision\n");
  CHECK(written(wrap(highlight(text, Look::Plain, color), 10), color) ==
        "the \x1b[1;31mhuman\x1b[0m\n\x1b[1;31mrights\x1b[0m\ndivision\n");
}

TEST_CASE("text that would command a terminal is made harmless") {
  struct Case {
    const char* text;
    const char* shown;
  };
  const std::initializer_list<Case> cases = {
      {"\x1b[2J", "\xef\xbf\xbd[2J"},
      {"a\x07\x7f", "a\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xc2\x9b"
       "2J",
       "\xef\xbf\xbd"
       "2J"},
      {"a\r\nb", "a  b"},
      {"\xe2\x80\xaeolleh\xe2\x81\xa9", "olleh"},
      {"\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd"},
      {"Goïta 日本", "Goïta 日本"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.shown);
    CHECK(printable(c.text).text == c.shown);
  }
}

TEST_CASE("a line too wide ends in an ellipsis") {
  CHECK(shorten({{"abcdef"}}, 6) == Line{{"abcdef"}});
  CHECK(shorten({{"abcdefg"}}, 6) == Line{{"abcde"}, {"…"}});
  CHECK(shorten({{"ab cdefg", Look::Match}}, 4) == Line{{"ab", Look::Match}, {"…", Look::Match}});
  CHECK(width_of(shorten({{"日本語"}}, 4)) <= 4);
}

TEST_CASE("columns stand side by side, the longer one alone at its end") {
  const std::vector<Line> left = {{{"a"}}, {{"bbb"}}};
  const std::vector<Line> right = {{{"x"}}, {}, {{"z"}}};
  CHECK(written(side_by_side(left, right, 4, 2)) == "a     x\nbbb\n      z\n");
  CHECK(written(side_by_side(right, left, 1, 1)) == "x a\n  bbb\nz\n");
}

TEST_CASE("a text is cut at its line ends, and a match over one is bracketed once") {
  const Fragments text = {{"a\nb", false}, {"c\n\nd", true}};
  CHECK(written(highlight_lines(text, {80, false})) == "a\nb[c\n\nd]\n");
  CHECK(written(highlight_lines(text, {80, true}), {80, true}) ==
        "a\nb\x1b[1;31mc\x1b[0m\n\n\x1b[1;31md\x1b[0m\n");
  CHECK(written(highlight_lines({}, {})) == "\n");
}

}  // namespace dateline::test

// What the environment says about the terminal, and text made safe for it.
#include "common/cli/terminal.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <optional>
#include <string>

#include "tests/common/cli/sample_program.h"

namespace dateline::test {

TEST_CASE("colours are for terminals that have them, unless asked for or refused") {
  struct Case {
    ColorChoice choice = ColorChoice::Auto;
    bool is_terminal = false;
    std::optional<std::string> no_color;
    std::optional<std::string> term;
    bool expected = false;
  };
  const std::initializer_list<Case> cases = {
      {ColorChoice::Auto, true, {}, "xterm", true},
      {ColorChoice::Auto, true, {}, {}, true},
      {ColorChoice::Auto, false, {}, "xterm", false},
      {ColorChoice::Auto, true, "1", "xterm", false},
      {ColorChoice::Auto, true, "", "xterm", true},
      {ColorChoice::Auto, true, {}, "dumb", false},
      {ColorChoice::Always, false, "1", "dumb", true},
      {ColorChoice::Never, true, {}, "xterm", false},
  };
  for (const Case& c : cases) {
    const WithEnvironment no_color("NO_COLOR", c.no_color);
    const WithEnvironment term("TERM", c.term);
    CHECK(use_color(c.choice, c.is_terminal) == c.expected);
  }
}

TEST_CASE("the width is that of $COLUMNS where it is a number, and never too small") {
  struct Case {
    const char* columns;
    std::size_t width;
  };
  for (const Case& c : {Case{"132", 132}, Case{"5", 20}, Case{"65535", 65535}}) {
    const WithEnvironment columns("COLUMNS", c.columns);
    CHECK(terminal_width() == c.width);
  }
  for (const char* odd : {"", "0", "-1", "wide", "99999999999", "80x"}) {
    CAPTURE(odd);
    const WithEnvironment without("COLUMNS", std::nullopt);
    const std::size_t expected = terminal_width();
    const WithEnvironment columns("COLUMNS", odd);
    CHECK(terminal_width() == expected);
  }
}

TEST_CASE("text is made harmless for a terminal and otherwise left alone") {
  struct Case {
    const char* text;
    const char* shown;
  };
  const std::initializer_list<Case> cases = {
      {"Goïta 日本 naïve", "Goïta 日本 naïve"},
      {"a\nb\tc\r\xe2\x80\xa8", "a b c  "},
      {"\x1b[31m\x07\x7f", "\xef\xbf\xbd[31m\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xc2\x9b", "\xef\xbf\xbd"},
      {"\xe2\x80\xae\xe2\x81\xa6\xd8\x9c\xe2\x80\x8e", ""},
      {"\xff", "\xef\xbf\xbd"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.shown);
    CHECK(make_printable(c.text) == c.shown);
  }
}

TEST_CASE("what JSON leaves of the control characters is escaped too") {
  CHECK(escape_json_controls("\"a\x7F\xC2\x85\xC2\xA0é\"") == "\"a\\u007f\\u0085\xC2\xA0é\"");
}

}  // namespace dateline::test

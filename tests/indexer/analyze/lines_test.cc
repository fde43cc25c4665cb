// Tests of lines and words.
#include "indexer/analyze/lines.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace dateline {
namespace {

std::string join(const std::vector<Line>& lines) {
  std::string joined;
  for (const Line& line : lines) {
    joined += std::to_string(line.begin) + ":" + std::string(line.text) + "/";
  }
  return joined;
}

TEST_CASE("lines are walked in order, without the white space around them") {
  const std::string text = "  one \n\n two\nthree";
  std::size_t at = 0;
  std::string walked;
  for (auto line = next_line(text, at); line; line = next_line(text, at)) {
    walked += std::to_string(line->begin) + ":" + std::string(line->text) + "/";
  }
  CHECK(walked == "2:one/7:/9:two/13:three/");
  CHECK_FALSE(next_line("", at = 0));
}

TEST_CASE("first and last lines leave out blank ones") {
  const std::string text = "\none\n\n two \nthree\n\n";
  CHECK(join(first_lines(text, 2)) == "1:one/7:two/");
  CHECK(join(last_lines(text, 2)) == "7:two/12:three/");
  CHECK(join(first_lines(text, 9)) == "1:one/7:two/12:three/");
  CHECK(join(last_lines(text, 9)) == "1:one/7:two/12:three/");
  CHECK(join(last_lines("\n\n", 3)).empty());
  CHECK(join(last_lines("", 3)).empty());
}

TEST_CASE("a plain line has small letters, straight apostrophes and no bullet") {
  CHECK(plain_line("  • Don’t  SHOUT") == "don't shout");
  CHECK(plain_line("* A – b") == "a – b");
  CHECK(plain_line("ÉTÉ") == "ÉtÉ");
}

TEST_CASE("capitals are told in every script that has them") {
  CHECK(is_capitalised("“Élan”"));
  CHECK_FALSE(is_capitalised("élan"));
  CHECK_FALSE(is_capitalised("2nd"));
  CHECK(is_capitals_line("ÉLECTIONS AU SÉNÉGAL: L’ATTENTE"));
  CHECK_FALSE(is_capitals_line("ÉLECTIONS AU SéNÉGAL"));
  CHECK_FALSE(is_capitals_line("G7 10"));
}

TEST_CASE("names may have small words inside, but not in front") {
  struct Case {
    const char* text;
    bool is_name;
  };
  for (const Case& c : std::initializer_list<Case>{{"Dar es Salaam", false},
                                                   {"Rio de Janeiro", true},
                                                   {"Abu Bakr al-Shishani", true},
                                                   {"de Janeiro", false},
                                                   {"The Hague", true},
                                                   {"Jane went home", false},
                                                   {"", false}}) {
    CAPTURE(c.text);
    CHECK(is_name_like(split_words(c.text)) == c.is_name);
  }
}

}  // namespace
}  // namespace dateline

// Rows of text and the tokens it has: "word@position", a compound in angle brackets.
#include "common/text/tokenizer.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"

namespace dateline {
namespace {

std::string tokens_of(std::string_view text) {
  std::string list;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    list += list.empty() ? "" : " ";
    list += token.is_compound ? "<" + std::string(token.word) + ">" : std::string(token.word);
    list += "@" + std::to_string(token.position);
  }
  return list;
}

struct Case {
  const char* text;
  const char* tokens;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tokens_of(c.text) == c.tokens);
  }
}

TEST_CASE("words are runs of letters and digits, folded") {
  check_all({
      {"", ""},
      {" ,;- ", ""},
      {"Wagner human rights", "wagner@0 human@1 rights@2"},
      {"TOURÉ, Goïta", "toure@0 goita@1"},
      {"(Mali)", "mali@0"},
      {"2012–2013", "2012@0 2013@1"},
      {"and/or", "and@0 or@1"},
      {"wait...what", "wait@0 what@1"},
  });
}

TEST_CASE("a compound stands at the position of its first word, and each word at its own") {
  check_all({
      {"al-Qaeda fled", "<alqaeda>@0 al@0 qaeda@1 fled@2"},
      {"al‑Qaeda", "<alqaeda>@0 al@0 qaeda@1"},
      {"Côte d’Ivoire", "cote@0 <divoire>@1 d@1 ivoire@2"},
      {"O'Brien", "<obrien>@0 o@0 brien@1"},
      {"AT&T", "<att>@0 at@0 t@1"},
      {"M5-RFP", "<m5rfp>@0 m5@0 rfp@1"},
      {"jane.doe@example.org", "<janedoeexampleorg>@0 jane@0 doe@1 example@2 org@3"},
      {"www.example.org/mali", "<wwwexampleorg>@0 www@0 example@1 org@2 mali@3"},
      {"COVID-19", "<covid19>@0 covid@0 19@1"},
      {"-ada-", "ada@0"},
  });
}

TEST_CASE("abbreviations with dots are one word") {
  check_all({
      {"the U.N. said", "the@0 un@1 said@2"},
      {"U.N", "un@0"},
      {"U.N.'s", "un@0"},
      {"U.S.-led", "<usled>@0 us@0 led@1"},
      {"at 5 p.m. today", "at@0 5@1 pm@2 today@3"},
      {"J.R.R. Tolkien", "jrr@0 tolkien@1"},
      {"George W. Bush", "george@0 w@1 bush@2"},
      {"Ph.D.", "<phd>@0 ph@0 d@1"},
  });
}

TEST_CASE("a possessive is its noun, and a contraction is one word") {
  check_all({
      {"Mali's army", "mali@0 army@1"},
      {"Mali’s army", "mali@0 army@1"},
      {"MALI'S", "mali@0"},
      {"the Malians' vote", "the@0 malians@1 vote@2"},
      {"don't won’t", "dont@0 wont@1"},
      {"they'll we've I'm he'd I'd", "theyll@0 weve@1 im@2 hed@3 id@4"},
  });
}

TEST_CASE("numbers keep their point and lose their commas") {
  check_all({
      {"1,000 or 12,500,000", "1000@0 or@1 12500000@2"},
      {"3.5%", "3.5@0"},
      {"1,000.50", "1000.50@0"},
      {"in 2012,2013", "in@0 2012@1 2013@2"},
      {"1,2,3", "1@0 2@1 3@2"},
      {"ended in 2012.", "ended@0 in@1 2012@2"},
  });
}

TEST_CASE("hashtags and handles are found by their parts") {
  check_all({
      {"#MinusmaDegage", "<minusmadegage>@0 minusma@0 degage@1"},
      {"@OumarMacalou4", "<oumarmacalou4>@0 oumar@0 macalou4@1"},
      {"@Nath_Yamb", "<nathyamb>@0 nath@0 yamb@1"},
      {"#BBCNews", "<bbcnews>@0 bbc@0 news@1"},
      {"#mali", "mali@0"},
      {"MinusmaDegage", "minusmadegage@0"},
  });
}

TEST_CASE("in scripts without spaces each character is a word") {
  check_all({
      {"北京 news", "北@0 京@1 news@2"},
  });
}

TEST_CASE("a chain of words longer than a compound may be is several") {
  std::string chain = "a";
  for (int i = 0; i < 40; ++i) {
    chain += "-bc";
  }
  Tokenizer tokenizer(chain);
  std::uint32_t words = 0;
  for (Token token; tokenizer.next(token);) {
    CHECK(token.compound_words <= 16);
    words += token.is_compound ? 0 : 1;
  }
  CHECK(words == 41);
}

TEST_CASE("a word of 100 kB is one word") {
  const std::string word(100'000, 'a');
  CHECK(tokens_of(word) == word + "@0");
}

TEST_CASE("tokens lie in order inside their text, on character bounds, whatever the text") {
  constexpr unsigned seed = 20230206;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string alphabet[] = {"a", "B",  "é",      "ï",      "-", "'", "’", ".",
                                  ",", " ",  "1",      "000",    "s", "#", "@", "_",
                                  "&", "北", "\u0301", "\u094D", "K", "ʼ"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 24; i > 0; --i) {
      text += alphabet[random() % std::size(alphabet)];
    }
    CAPTURE(text);
    Tokenizer tokenizer(text);
    std::size_t last_begin = 0;
    std::uint32_t next_position = 0;
    for (Token token; tokenizer.next(token);) {
      REQUIRE(token.begin >= last_begin);
      REQUIRE(token.begin < token.end);
      REQUIRE(token.end <= text.size());
      REQUIRE(is_valid_utf8(std::string_view(text).substr(token.begin, token.end - token.begin)));
      REQUIRE(!token.word.empty());
      REQUIRE(token.position == next_position);
      next_position += token.is_compound ? 0 : 1;
      last_begin = token.begin;
    }
  }
}

/// A text, the same with full-width letters, and where each of its bytes went.
struct WideText {
  std::string plain;
  std::string wide;
  std::vector<std::size_t> places;  // of the bytes of `plain`, and of its end
};

WideText random_wide_text(std::mt19937& random) {
  constexpr std::string_view pieces[] = {
      "a", "B", "s", "t",  "n",      "ll",     "1", "000", "5",   "-",     "'",      ".", ",", "@",
      "&", "_", "#", " ",  " ",      "\n",     "/", "(",   "’",   "‘",     "‑",      "–", "“", "…",
      "é", "Ï", "ﬁ", "北", "\u0301", "\u094D", "ʼ", "😀",   "U.N", "don't", "\u200B", "ab"};
  WideText text;
  for (auto i = random() % 24; i > 0; --i) {
    for (const char c : pieces[random() % std::size(pieces)]) {
      text.places.push_back(text.wide.size());
      text.plain += c;
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        append_utf8(text.wide, U'\uFF21' + static_cast<char32_t>(c - 'A'));
      } else {
        text.wide += c;
      }
    }
  }
  text.places.push_back(text.wide.size());
  return text;
}

TEST_CASE("plain words are the tokens that they are in full-width letters, which no table tells") {
  constexpr unsigned seed = 20230208;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 8000; ++round) {
    const WideText text = random_wide_text(random);
    CAPTURE(text.plain);
    Tokenizer plain(text.plain);
    Tokenizer wide(text.wide);
    Token token;
    Token wide_token;
    while (plain.next(token)) {
      REQUIRE(wide.next(wide_token));
      REQUIRE(token.word == wide_token.word);
      REQUIRE(text.places.at(token.begin) == wide_token.begin);
      REQUIRE(text.places.at(token.end) == wide_token.end);
      REQUIRE(token.position == wide_token.position);
      REQUIRE(token.is_compound == wide_token.is_compound);
      REQUIRE(token.compound_words == wide_token.compound_words);
    }
    REQUIRE_FALSE(wide.next(wide_token));
  }
}

}  // namespace
}  // namespace dateline

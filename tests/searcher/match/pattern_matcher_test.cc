#include "searcher/match/pattern_matcher.h"

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "tests/searcher/match/snippet_oracle.h"

namespace dateline {
namespace {

/// Patterns of words and phrases; a field in front of a colon.
std::vector<MatchPattern> make_patterns(std::initializer_list<std::string_view> texts,
                                        Stemmer& stemmer) {
  std::vector<MatchPattern> patterns;
  for (const std::string_view text : texts) {
    const std::size_t colon = text.find(':');
    const bool has_field = colon != std::string_view::npos;
    patterns.push_back(test::read_pattern(has_field ? text.substr(colon + 1) : text, stemmer));
    patterns.back().field = has_field ? find_field(text.substr(0, colon)) : nullptr;
  }
  return patterns;
}

struct Case {
  std::string_view text;
  std::initializer_list<std::string_view> patterns;
  std::string_view marked;
  TextPart part = TextPart::Text;
};

void check_all(std::initializer_list<Case> cases) {
  Stemmer stemmer("en");
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto spans = find_matches(c.text, c.part, make_patterns(c.patterns, stemmer), stemmer);
    CHECK(test::to_string(to_fragments(c.text, spans)) == c.marked);
  }
}

TEST_CASE("words match by stem, whatever their case and accents") {
  check_all({
      {"", {"wagner"}, ""},
      {"Nothing here.", {"wagner"}, "Nothing here."},
      {"Wagner's men and WAGNER", {"wagner"}, "[Wagner]'s men and [WAGNER]"},
      {"a right, many rights", {"rights"}, "a [right], many [rights]"},
      {"Assimi Goïta", {"goita"}, "Assimi [Goïta]"},
      {"the U.N. and the UN", {"un"}, "the [U.N]. and the [UN]"},
      {"nothing asked", {}, "nothing asked"},
  });
}

TEST_CASE("a compound matches by its words, and by its words run together") {
  check_all({
      {"al-Qaeda fled", {"qaeda"}, "al-[Qaeda] fled"},
      {"al-Qaeda fled", {"alqaeda"}, "[al-Qaeda] fled"},
      {"al-Qaeda fled", {"al qaeda"}, "[al-Qaeda] fled"},
      {"al-Qaeda fled", {"alqaeda", "qaeda"}, "[al-Qaeda] fled"},
      {"alqaeda and al Qaeda", {"al-qaeda"}, "alqaeda and [al Qaeda]"},
      {"near al-Qaeda camps", {"qaeda camps"}, "near al-[Qaeda camps]"},
      {"near al-Qaeda camps", {"near al"}, "[near al]-Qaeda camps"},
      {"near al-Qaeda camps", {"near alqaeda"}, "[near al-Qaeda] camps"},
      {"#MinusmaDegage", {"minusma", "degage"}, "#[MinusmaDegage]"},
  });
}

TEST_CASE("a phrase is one span of words one after the other") {
  check_all({
      {"human rights, human\nrights", {"human rights"}, "[human rights], [human\nrights]"},
      {"human civil rights", {"human rights"}, "human civil rights"},
      {"rights human", {"human rights"}, "rights human"},
      {"human human rights", {"human rights"}, "human [human rights]"},
      {"a b a b a c", {"a b a c"}, "a b [a b a c]"},
      {"no no no", {"no no"}, "[no no no]"},
      {"persona non grata", {"persona non grata", "non"}, "[persona non grata]"},
      {"新聞記事", {"聞記"}, "新[聞記]事"},
      // The compound and its first word share a position, and both may go on from the one before.
      {"alqaeda al-Qaeda", {"alqaeda al"}, "[alqaeda al]-Qaeda"},
      {"alqaeda al-Qaeda", {"alqaeda alqaeda"}, "[alqaeda al-Qaeda]"},
  });
}

TEST_CASE("a pattern counts in the part of the article that it asks for") {
  check_all({
      {"Oil rises", {"title:oil"}, "[Oil] rises", TextPart::Title},
      {"Oil rises", {"title:oil"}, "Oil rises", TextPart::Text},
      {"Oil rises", {"oil"}, "[Oil] rises", TextPart::Title},
      {"Jane Oil", {"oil"}, "Jane Oil", TextPart::Author},
      {"Jane Oil", {"author:oil"}, "Jane [Oil]", TextPart::Author},
      {"Jane Oil", {"author:oil"}, "Jane Oil", TextPart::Title},
  });
}

TEST_CASE("stop words count only in phrases and where nothing else matches") {
  check_all({
      {"The war in Mali", {"the", "war"}, "The [war] in Mali"},
      {"The war in Mali", {"in mali"}, "The war [in Mali]"},
      {"The war in Mali", {"the", "peace"}, "[The] war in Mali"},
      {"The war in Mali", {"the", "in"}, "[The] war [in] Mali"},
      {"In the war", {"the", "in the"}, "[In the] war"},
  });
}

TEST_CASE("a word may have several stems") {
  Stemmer stemmer("en");
  const std::vector<MatchPattern> patterns = {
      {.words = {{.stems = {"gouvern", "govern"}, .words = {}},
                 {.stems = {"parti"}, .words = {}}}}};
  const std::string_view text = "the government party governs";
  CHECK(
      test::to_string(to_fragments(text, find_matches(text, TextPart::Text, patterns, stemmer))) ==
      "the [government party] governs");
}

TEST_CASE("words to the letter match no other form of them") {
  check_all({
      {"a right, many RIGHTS", {"=rights"}, "a right, many [RIGHTS]"},
      {"human rights, human right", {"=human right"}, "human rights, [human right]"},
      {"al-Qaeda, alqaeda", {"=alqaeda"}, "[al-Qaeda], [alqaeda]"},
      {"Wagner and Wagners", {"=wagner", "rights"}, "[Wagner] and Wagners"},
      {"The war", {"=the", "war"}, "The [war]"},
      {"The war", {"=the", "peace"}, "[The] war"},
  });
}

TEST_CASE("any of many words may stand at one place") {
  check_all({
      {"oil and gas or coal", {"|gas coal"}, "oil and [gas] or [coal]"},
      // The first by its stem too.
      {"gas, coals", {"|coal gas"}, "[gas], [coals]"},
      // No stop word for the one among them that is.
      {"that theatre of war", {"|theatre that", "war"}, "[that] [theatre] of [war]"},
  });
}

TEST_CASE("words near each other are marked one by one, in any order") {
  check_all({
      {"oil has a high price", {"~5 price oil"}, "[oil] has a high [price]"},
      {"oil has a high price", {"~4 price oil"}, "oil has a high price"},
      {"oil prices", {"~2 oil price"}, "[oil] [prices]"},
      {"oil prices", {"~1 oil price"}, "oil prices"},
      {"oil, price, oil", {"~2 oil price"}, "[oil], [price], [oil]"},
      {"price then, oil or oil", {"~5 oil price"}, "[price] then, [oil] or [oil]"},
      // Of those before, the nearest.
      {"oil or oil price", {"~4 oil price"}, "oil or [oil] [price]"},
      {"a b x c, c b", {"~3 a b c"}, "a b x c, c b"},
      {"x a c b", {"~3 a b c"}, "x [a] [c] [b]"},
  });
}

TEST_CASE("of words near each other each needs a place of its own") {
  check_all({
      {"oil price", {"~5 oil oil"}, "oil price"},
      {"oil price oil", {"~5 oil oil"}, "[oil] price [oil]"},
      {"oil oil", {"~3 oil oil oil"}, "oil oil"},
      // A compound shares its place with its first word.
      {"al-Qaeda", {"~2 alqaeda al"}, "al-Qaeda"},
      {"al-Qaeda", {"~2 alqaeda qaeda"}, "[al-Qaeda]"},
      {"al al-Qaeda", {"~2 alqaeda al"}, "[al] [al-Qaeda]"},
  });
}

TEST_CASE("what is near may be words one after the other") {
  Stemmer stemmer("en");
  MatchPattern pattern = test::read_pattern("~5 al qaeda attack", stemmer);
  pattern.words[1].follows = true;
  const auto marked = [&](std::string_view text) {
    return test::to_string(
        to_fragments(text, find_matches(text, TextPart::Text, std::span(&pattern, 1), stemmer)));
  };
  CHECK(marked("an attack by al-Qaeda") == "an [attack] by [al-Qaeda]");
  CHECK(marked("an attack on Qaeda, al") == "an attack on Qaeda, al");
  CHECK(marked("an attack in the town by al Qaeda") == "an attack in the town by al Qaeda");
  pattern.words.push_back(pattern.words[1]);
  pattern.words[3].follows = false;
  CHECK(marked("attack by al-Qaeda") == "attack by al-Qaeda");
  CHECK(marked("Qaeda: attack by al-Qaeda") == "[Qaeda]: [attack] by [al-Qaeda]");
}

TEST_CASE("of more words near each other than can be looked for each counts by itself") {
  Stemmer stemmer("en");
  std::string words = "~9 ";
  for (int i = 0; i < 100; ++i) {
    words += "oil ";
  }
  const auto patterns = make_patterns({words}, stemmer);
  CHECK(find_matches("oil price", TextPart::Text, patterns, stemmer) == std::vector<Span>{{0, 3}});
}

TEST_CASE("matches are the same whether or not a stemmer keeps the beginnings of words") {
  // Tokens are skipped for English only; the stems of these words are the same in both languages.
  Stemmer english("en");
  Stemmer irish("ga");
  REQUIRE(english.keeps_first_byte());
  REQUIRE_FALSE(irish.keeps_first_byte());
  constexpr std::array<std::string_view, 14> texts = {
      "oil", "Oil,", "\u201cOil\u201d", "co-oil", "#OilRig", "@oil_rig",     "\u00d6il",
      "x",   "-",    "\u2014",          "1,000",  "o.i.l.",  "top\u2019oil", "\u65b0oil"};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) {
      text += texts.at(random() % texts.size());
      text += random() % 4 == 0 ? "\n" : " ";
    }
    CAPTURE(text);
    const std::vector<MatchPattern> patterns = {test::make_exact_pattern("oil"),
                                                test::make_exact_pattern("oil 1000"),
                                                test::make_exact_pattern("rig x oil")};
    REQUIRE(find_matches(text, TextPart::Text, patterns, english) ==
            find_matches(text, TextPart::Text, patterns, irish));
  }
}

TEST_CASE("a text ten times as long is ten times the work, whatever is looked for") {
  Stemmer stemmer("en");
  const std::string part = "Oil, oil and more oil: the price of oil rose, said al-Qaeda. ";
  const auto work_on = [&](const std::vector<MatchPattern>& patterns, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
      text += part;
    }
    MatchWork work;
    match_patterns(text, TextPart::Text, PatternIndex(patterns), stemmer,
                   {.max_matches = 100, .work = &work});
    return work;
  };
  for (const auto& patterns :
       {make_patterns({"oil"}, stemmer), make_patterns({"oil oil oil", "price of gold"}, stemmer),
        make_patterns({"~9 oil price oil al oil"}, stemmer),
        make_patterns({"~2 oil gold"}, stemmer)}) {
    const MatchWork once = work_on(patterns, 1000);
    const MatchWork more = work_on(patterns, 10000);
    CHECK(once.tokens > 0);
    CHECK(more.tokens == 10 * once.tokens);
    CHECK(more.candidates == 10 * once.candidates);
    CHECK(more.uses == 10 * once.uses);
  }
}

TEST_CASE("thousands of words at one place cost no more for each word of a text") {
  Stemmer stemmer("en");
  MatchPattern pattern{.words = {{}}};
  for (int i = 0; i < 20000; ++i) {
    pattern.words[0].words.push_back("oil" + std::to_string(i));
  }
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "other oils or oil" + std::to_string(i % 7) + " ";
  }
  MatchWork work;
  const auto matches = match_patterns(text, TextPart::Text, PatternIndex(std::span(&pattern, 1)),
                                      stemmer, {.work = &work});
  CHECK(matches.size() == 5000);
  CHECK(work.uses == 5000);
  CHECK(work.candidates < 10000);
}

TEST_CASE("beyond the limit only rare patterns are still looked for") {
  Stemmer stemmer("en");
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "oil ";
  }
  text += "wagner";
  const auto patterns = make_patterns({"oil", "wagner"}, stemmer);
  const auto matches =
      match_patterns(text, TextPart::Text, PatternIndex(patterns), stemmer, {.max_matches = 500});
  REQUIRE(matches.size() == 501);
  CHECK(matches.back() == PatternMatch{8000, 8006, 1});
}

}  // namespace
}  // namespace dateline

#include "searcher/match/pattern_matcher.h"

#include <doctest/doctest.h>

#include <initializer_list>
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
    patterns.push_back(test::make_pattern(has_field ? text.substr(colon + 1) : text, stemmer));
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
  const std::vector<MatchPattern> patterns = {{{{"gouvern", "govern"}, {"parti"}}, nullptr}};
  const std::string_view text = "the government party governs";
  CHECK(
      test::to_string(to_fragments(text, find_matches(text, TextPart::Text, patterns, stemmer))) ==
      "the [government party] governs");
}

TEST_CASE("beyond the limit only rare patterns are still looked for") {
  Stemmer stemmer("en");
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "oil ";
  }
  text += "wagner";
  const auto matches =
      match_patterns(text, TextPart::Text, make_patterns({"oil", "wagner"}, stemmer), stemmer, 500);
  REQUIRE(matches.size() == 501);
  CHECK(matches.back() == PatternMatch{8000, 8006, 1});
}

}  // namespace
}  // namespace dateline

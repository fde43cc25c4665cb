#include "searcher/query/words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

/// A word in any form as it is, to the letter with "=", a fuzzy one with its distance.
std::string to_string(const QueryWord& word) {
  std::string text = word.any_form || word.pattern.kind != WordPattern::Kind::Word ? "" : "=";
  text += word.pattern.text;
  if (word.pattern.kind == WordPattern::Kind::Fuzzy) {
    text += "~" + std::to_string(word.pattern.distance);
  }
  // A wildcard is told by its sign, and has no other forms.
  const bool is_wildcard = word.pattern.kind == WordPattern::Kind::Wildcard;
  CHECK(is_wildcard == (text.find_first_of("*?") != std::string::npos));
  CHECK_FALSE((is_wildcard && word.any_form));
  return text;
}

/// Words apart by spaces; then the compound.
std::string to_string(const QueryWords& words) {
  std::string text;
  for (const QueryWord& word : words.words) {
    text += (text.empty() ? "" : " ") + to_string(word);
  }
  if (words.run_together) {
    text += " / " + to_string(*words.run_together);
  }
  return text + (words.has_lone_marks ? " !" : "");
}

struct Case {
  std::string_view text;
  std::string_view words;
};

TEST_CASE("a text is split as the analyzer does, and every character is text") {
  for (const Case& c : {
           Case{"Elections", "elections"},
           {"Goïta", "goita"},
           {"human rights", "human rights"},
           {"Mali's", "mali"},
           {"9/11", "9 11"},
           {"wag* wor?d", "wag wor d"},
           {"—", ""},
           {"", ""},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_words(c.text, true)) == c.words);
    CHECK(has_words(c.text) == !c.words.empty());
  }
  CHECK(to_string(read_words("Human Rights", false)) == "=human =rights");
}

TEST_CASE("a text that is one compound is also one word") {
  for (const Case& c : {
           Case{"al-Qaeda", "al qaeda / alqaeda"},
           {"al-Qaeda leaders", "al qaeda leaders"},
           {"al-Qaeda/pro-Israel", "al qaeda pro israel"},
           {"U.N.", "un"},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_words(c.text, true)) == c.words);
  }
}

TEST_CASE("wildcards are parts of words, folded with them") {
  for (const Case& c : {
           Case{"Wagn*", "wagn*"},
           {"*NER", "*ner"},
           {"wor?d", "wor?d"},
           {"Goï**t?", "goi*t?"},
           {"al-Q*da", "al q*da / alq*da"},
           {"M*A*S*H's", "m*a*s*h"},
           {"#Minusma*", "minusma*"},
           {"3.5*", "3.5*"},
           {"1,0?0", "1 0?0"},
           {"wag.*", "wag !"},
           {"ᚠᚢ*", "ᚠᚢ*"},
           {"新*", "新 !"},
           {"human", "human"},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_wildcards(c.text, true)) == c.words);
  }
}

TEST_CASE("a compound that is fuzzy is one word") {
  CHECK(to_string(read_fuzzy("Wagnr", 1)) == "wagnr~1");
  CHECK(to_string(read_fuzzy("al-Qaida", 2)) == "alqaida~2");
  CHECK(to_string(read_fuzzy("9/11", 1)) == "9~1 11~1");
}

TEST_CASE("the words of a phrase may be patterns, but a question mark behind one is none") {
  for (const Case& c : {
           Case{"human right*", "human right*"},
           {"who is Wagner?", "who is wagner"},
           {"who?! is W?gner?", "who is w?gner"},
           {"Wagner~1 group~", "wagner~1 group~1"},
           {"Wagner~0 Wagnerian~9", "=wagner wagnerian~2"},
           {"al-Qaida~1 leaders", "al~1 qaida~1 leaders"},
           {"a * b", "a b !"},
           {"d’Ivoire", "d ivoire"},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_phrase(c.text, true)) == c.words);
  }
  CHECK(to_string(read_phrase("human right*", false)) == "=human right*");
}

TEST_CASE("a word has the stems of every language") {
  StemmerSet stemmers;
  const std::vector<std::string> english = {"en"};
  const std::vector<std::string> both = {"en", "fr"};
  CHECK(stems_of("elections", english, stemmers) == Stems{"elect"});
  CHECK(stems_of("wagner", both, stemmers) == Stems{"wagner", "wagn"});
  CHECK(stems_of("1990", both, stemmers) == Stems{"1990"});
}

}  // namespace
}  // namespace dateline

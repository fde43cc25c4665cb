#include "searcher/query/words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

/// Words apart by spaces, stems of one by bars; then the compound.
std::string to_string(const QueryWords& words) {
  std::string text;
  for (const Stems& stems : words.words) {
    text += text.empty() ? "" : " ";
    std::string word;
    for (const std::string& stem : stems) {
      word += (word.empty() ? "" : "|") + stem;
    }
    text += word;
  }
  for (const std::string& stem : words.run_together) {
    text += " = " + stem;
  }
  return text;
}

struct Case {
  std::string_view text;
  std::string_view words;
};

TEST_CASE("a text is read as the stems of its words") {
  const std::vector<std::string> languages = {"en"};
  StemmerSet stemmers;
  for (const Case& c : {
           Case{"Elections", "elect"},
           {"Goïta", "goita"},
           {"human rights", "human right"},
           {"Mali's", "mali"},
           {"9/11", "9 11"},
           {"—", ""},
           {"", ""},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_words(c.text, languages, stemmers)) == c.words);
    CHECK(has_words(c.text) == !c.words.empty());
  }
}

TEST_CASE("a text that is one compound is also one word") {
  const std::vector<std::string> languages = {"en"};
  StemmerSet stemmers;
  for (const Case& c : {
           Case{"al-Qaeda", "al qaeda = alqaeda"},
           {"al-Qaeda leaders", "al qaeda leader"},
           {"al-Qaeda/pro-Israel", "al qaeda pro israel"},
       }) {
    CAPTURE(c.text);
    CHECK(to_string(read_words(c.text, languages, stemmers)) == c.words);
  }
}

TEST_CASE("a word has each different stem of the archive's languages once") {
  const std::vector<std::string> languages = {"en", "fr"};
  StemmerSet stemmers;
  CHECK(to_string(read_words("nations", languages, stemmers)) == "nation");
  CHECK(to_string(read_words("Wagner", languages, stemmers)) == "wagner|wagn");
}

}  // namespace
}  // namespace dateline

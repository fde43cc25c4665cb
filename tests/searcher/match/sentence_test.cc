#include "searcher/match/sentence.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace dateline {
namespace {

/// The sentences between "|", a "~" after those that are not closed.
std::string split(std::string_view text) {
  std::string marked;
  SentenceWalker walker(text);
  for (Sentence sentence; walker.next(sentence);) {
    marked += marked.empty() ? "" : "|";
    marked += text.substr(sentence.begin, sentence.end - sentence.begin);
    marked += sentence.is_closed ? "" : "~";
  }
  return marked;
}

struct Case {
  std::string_view text;
  std::string_view sentences;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(split(c.text) == c.sentences);
  }
}

TEST_CASE("a sentence ends at a full stop and takes its quotes along") {
  check_all({
      {"", ""},
      {" \n ", ""},
      {"One. Two! Three? Four", "One.|Two!|Three?|Four~"},
      {"He said \"go.\" She went.", "He said \"go.\"|She went."},
      {"“It is.” “No.”", "“It is.”|“No.”"},
      {"Wait... what? Yes… No.", "Wait... what?|Yes…|No."},
      {"Up 3.5 percent. 20 died.", "Up 3.5 percent.|20 died."},
      {"今日。明日！", "今日。|明日！"},
      {"यह है। वह है।", "यह है।|वह है।"},
  });
}

TEST_CASE("a sentence goes on after an abbreviation") {
  check_all({
      {"The U.N. Security Council met.", "The U.N. Security Council met."},
      {"On Jan. 31, Mr. Smith and J. R. Ewing left.",
       "On Jan. 31, Mr. Smith and J. R. Ewing left."},
      {"At 5 p.m. Monday (Gen. Diop) spoke.", "At 5 p.m. Monday (Gen. Diop) spoke."},
      {"See No. 5. He said no. They left.", "See No. 5.|He said no.|They left."},
      {"The firm etc. and so on.", "The firm etc. and so on."},
  });
}

TEST_CASE("a full stop that lost its space ends a sentence, the dot of a name does not") {
  check_all({
      {"under Biden.Mumbai, India", "under Biden.|Mumbai, India~"},
      {"told Al Jazeera.“But no.", "told Al Jazeera.|“But no."},
      {"the gems.”Mehta left.", "the gems.”|Mehta left."},
      {"See www.example.org or J.Smith at 3.Am", "See www.example.org or J.Smith at 3.Am~"},
      {"The U.S.Senate voted.", "The U.S.Senate voted."},
  });
}

TEST_CASE("a line is a paragraph, unless the text is broken at a width") {
  check_all({
      {"A headline\nThe text begins.\nIt ends.", "A headline~|The text begins.|It ends."},
      {"He spoke for the U.N.\nThen he left.", "He spoke for the U.N.|Then he left."},
      {"Hard-wrapped text that goes\non and on at the\nUN in New York.",
       "Hard-wrapped text that goes\non and on at the\nUN in New York."},
      {"Wrapped text that goes\non. It\n\nends", "Wrapped text that goes\non.|It~|ends~"},
      {"Headline\n\n\n  Text.", "Headline~|Text."},
  });
}

TEST_CASE("a sentence past the place to give up is left unfinished") {
  const std::string text = "First one. " + std::string(1000, 'A') + " b.";
  SentenceWalker walker(text);
  Sentence sentence;
  REQUIRE(walker.next(sentence, 50));
  CHECK(sentence.end == 10);
  REQUIRE(walker.next(sentence, 50));
  CHECK(sentence.begin == 11);
  CHECK(sentence.end > 50);
  CHECK(sentence.end < 60);
}

}  // namespace
}  // namespace dateline

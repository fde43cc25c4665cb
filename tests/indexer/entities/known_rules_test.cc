#include "indexer/entities/known_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/reading.h"
#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

std::string known_spans(std::string_view text) {
  const Document& document = read_words(text);
  return to_string(label_known(document, shared_lexicon(), find_acronyms(document)), document);
}

TEST_CASE("without context, only what the lexicon or a definition proves is a name") {
  struct Case {
    std::string text;
    std::string spans;
  };
  for (const Case& c : {
           Case{"Le ministre Dunmar Okeli est au Mali.", "L Mali"},
           Case{"in Berlin und Burkina Faso", "L Berlin | L Burkina Faso"},
           Case{"con la UNESCO en Vorrika", "O UNESCO"},
           Case{"le Bureau des Mines Rares (BMR)", "O Bureau des Mines Rares"},
           Case{"la República Centroafricana", ""},
           Case{"aß Essen mit Georgia", ""},  // words and first names as well
           Case{"nichts davon", ""},
       }) {
    CAPTURE(c.text);
    CHECK(known_spans(c.text) == c.spans);
  }
}

TEST_CASE("articles in other languages than English have only such names") {
  struct Case {
    std::string text;
    std::string language;
    std::string names;
  };
  for (const Case& c : {
           Case{"Le ministre Dunmar Okeli est au Mali.", "fr", "location Mali"},
           Case{"Der Bürgermeister Hans Meier aß Essen in Berlin.", "de", "location Berlin"},
           Case{"le Bureau des Mines Rares (BMR)", "fr", "organization BMR"},
           Case{"El presidente habló con la UNESCO.", "es", "organization UNESCO"},
           Case{"President Dunmar Okeli spoke in Mali on Friday.", "en-GB",
                "person Dunmar Okeli | location Mali"},
           Case{"President Dunmar Okeli spoke in Mali on Friday.", "",
                "person Dunmar Okeli | location Mali"},
       }) {
    CAPTURE(c.text);
    CHECK(tagged(c.text, c.language) == c.names);
  }
}

}  // namespace
}  // namespace dateline

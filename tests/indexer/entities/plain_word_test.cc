#include "indexer/entities/plain_word.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("letters are read to the first that is none, whatever stands there") {
  struct Case {
    std::string text;
    std::string word;
    Shape shape;
  };
  for (const Case& c : {
           Case{"a", "a", Shape::Lower},
           Case{"A", "A", Shape::Initial},
           Case{"UN said", "UN", Shape::Capitals},
           Case{"Mali", "Mali", Shape::Title},
           Case{"iPhone", "iPhone", Shape::Other},
           Case{"sevenths and", "sevenths", Shape::Lower},
           Case{"EightLet", "EightLet", Shape::Title},
           Case{"NineLetter.", "NineLetter", Shape::Title},
           Case{"SIXTEENLETTERSXX", "SIXTEENLETTERSXX", Shape::Capitals},
           Case{"SIXTEENLETTERSXXs", "SIXTEENLETTERSXXs", Shape::Title},
           Case{"azAZ@", "azAZ", Shape::Other},
           Case{"az`", "az", Shape::Lower},
           Case{"az[", "az", Shape::Lower},
           Case{"az{", "az", Shape::Lower},
           Case{"Touré", "Tour", Shape::Title},
           Case{"x\xE1\xFA", "x", Shape::Lower},
       }) {
    CAPTURE(c.text);
    for (const std::string before : {"", "Ein Ei, "}) {
      const std::string text = before + c.text;
      const PlainWord word = read_letters(text, before.size());
      CHECK(text.substr(before.size(), word.end - before.size()) == c.word);
      CHECK(word.shape == c.shape);
      CHECK(word.hash == TextVocabulary::hash_of_word(c.word, c.shape));
    }
  }
}

}  // namespace
}  // namespace dateline

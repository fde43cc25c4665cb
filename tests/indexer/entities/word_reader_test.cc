#include "indexer/entities/word_reader.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

const char* to_string(Shape shape) {
  switch (shape) {
    case Shape::Lower: return "lower";
    case Shape::Initial: return "initial";
    case Shape::Title: return "title";
    case Shape::Capitals: return "capitals";
    case Shape::Number: return "number";
    case Shape::Other: return "other";
  }
  return "";
}

/// "US capitals, China title": the parts of the word that begins at the first letter.
std::string read(const std::string& text) {
  static const Lexicon lexicon;
  const std::size_t begin = text.find_first_not_of("@#");
  const RawWord word = read_word(text, begin, lexicon);
  std::string parts;
  for (const RawWord::Part& part : word.parts()) {
    parts += parts.empty() ? "" : ", ";
    parts += text.substr(part.begin, part.end - part.begin) + " " + to_string(part.shape);
  }
  return parts + (word.possessive ? " 's" : "");
}

TEST_CASE("a word ends where its name ends") {
  struct Case {
    std::string text;
    std::string words;
  };
  for (const Case& c : {
           Case{"Mali’s army", "Mali title 's"},
           Case{"Mali's army", "Mali title 's"},
           Case{"O'Neill said", "O'Neill title"},
           Case{"N’Djamena,", "N’Djamena title"},
           Case{"U.N. mission", "U.N. capitals"},
           Case{"U.S", "U.S capitals"},
           Case{"J. Smith", "J initial"},
           Case{"Ngefa-Atondoko Andali", "Ngefa-Atondoko title"},
           Case{"al-Qaeda cell", "al-Qaeda title"},
           Case{"pro-Russian", "pro lower"},
           Case{"London-based", "London title"},
           Case{"US-led", "US capitals"},
           Case{"Port-au-Prince", "Port-au-Prince title"},
           Case{"Jong-un", "Jong-un title"},
           Case{"US-China", "US capitals, China title"},
           Case{"Guinea-Bissau", "Guinea-Bissau title"},
           Case{"M5-RFP", "M5-RFP capitals"},
           Case{"15-member", "15-member number"},
           Case{"1,000", "1,000 number"},
           Case{"AT&T", "AT&T capitals"},
           Case{"iPhone", "iPhone other"},
           Case{"@HandleName", "HandleName other"},
           Case{"#Kidal", "Kidal other"},
           Case{"https://example.org/Mali", "https://example.org/Mali other"},
           Case{"jane@example.org", "jane@example.org other"},
           Case{"Élysée", "Élysée title"},
           Case{"Москва", "Москва title"},
           Case{"北京", "北京 lower"},
       }) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.words);
  }
}

}  // namespace
}  // namespace dateline

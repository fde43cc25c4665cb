#include "indexer/entities/document.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

/// The words of a text: "^" begins a sentence, "," "(" and "'s" as written, "~" is a headline.
std::string split(std::string_view text, std::size_t headline_end = 0) {
  static const Lexicon lexicon;
  const Document document = read_document(text, lexicon, headline_end);
  std::string words;
  for (const Word& word : document.words) {
    words += words.empty() ? "" : " ";
    words += word.in_headline ? "~" : "";
    words += word.before == Gap::Sentence ? "^" : word.before == Gap::Comma ? "," : "";
    words += word.before == Gap::Open ? "(" : word.before == Gap::Quote ? "\"" : "";
    words += std::string(document.text_of(word)) + (word.possessive ? "'s" : "");
  }
  return words;
}

struct Case {
  std::string text;
  std::string words;
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(split(c.text) == c.words);
  }
}

TEST_CASE("sentences end at dots, but not at those of abbreviations") {
  check_all({
      {"He left. Mali stayed!", "^He left ^Mali stayed"},
      {"Mr. Diallo met Gen. A. Touré.", "^Mr. Diallo met Gen. A. Touré"},
      {"the U.N. mission", "^the U.N. mission"},
      {"left the U.N. The mission", "^left the U.N. ^The mission"},
      {"bought Acme Inc. for cash", "^bought Acme Inc. for cash"},
      {"bought Acme Inc. Then", "^bought Acme Inc. ^Then"},
      {"in the talks.Mumbai, India", "^in the talks ^Mumbai ,India"},
  });
}

TEST_CASE("what stands between words is kept") {
  check_all({
      {"Gao, Mali (north)", "^Gao ,Mali (north"},
      {"he said, “Mali is", "^he said \"Mali is"},
      {"the Workers' Party", "^the Workers's Party"},
      {"Mali’s army", "^Mali's army"},
  });
}

TEST_CASE("lines broken in mid-sentence are unwrapped, others are not") {
  check_all({
      {"the mission in\nmali and the\nSahel went", "^the mission in mali and the Sahel went"},
      {"A line here\nAnother line\nThird line", "^A line here ^Another line ^Third line"},
      {"one two\nthree four\n\nFive six", "^one two three four ^Five six"},
  });
}

TEST_CASE("lines in title case or capitals are headlines") {
  check_all({
      {"Rebels Take Town in the North\nThe town fell.",
       "~^Rebels ~Take ~Town ~in ~the ~North ^The town fell"},
      {"ARMY LEAVES KIDAL\nThe army left.", "~^ARMY ~LEAVES ~KIDAL ^The army left"},
      {"Awa Diallo Meets Omar Keita.", "^Awa Diallo Meets Omar Keita"},
  });
  CHECK(split("Talks in Gao\nMore", 12) == "~^Talks ~in ~Gao ^More");
}

}  // namespace
}  // namespace dateline

#include "indexer/entities/document.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/entities/article_hints.h"
#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

/// The words of a text: "^" begins a sentence, "," "(" and "'s" as written, "~" is a headline.
std::string split(std::string_view text, std::size_t headline_end = 0) {
  const Document& document = read_words(text, headline_end);
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

TEST_CASE("words of one key share a form, which knows of small ones") {
  const Document& document = read_words("Rice came. They ate rice, RICE and rice. Mali waits.");
  const Form& form = document.form(0);
  CHECK(form.hints == hint::written_small);
  CHECK(document.form(8).hints == 0);
  for (const std::size_t same : {4U, 5U, 7U}) {
    CHECK(&document.form(same) == &form);
  }
  CHECK(&document.form(1) != &form);
}

TEST_CASE("the capitalised words are listed, and plain words read like others") {
  const Document& document =
      read_words("An “Élan” of US-led al-Qaeda, iPhone: J. Doe; abcdefgh,Xy");
  std::string capitals;
  for (const std::uint32_t word : document.capitals) {
    capitals += std::string(document.text_of(document.words[word])) + " ";
  }
  CHECK(capitals == "An Élan US al-Qaeda J. Doe Xy ");
  CHECK(document.words.size() == 11);
}

TEST_CASE("what the reader gives to a word is what the lexicon knows") {
  const Lexicon lexicon("[country]\nmali\n[place]\nmali el-far bay\n");
  DocumentReader reader(lexicon);
  const Document& document = reader.read("Mali El-Far", 0);
  CHECK(document.words[0].marks == mark::country);
  CHECK(document.words[0].longest == 4);
  CHECK(document.words[0].is_one_word);
  CHECK(document.words[1].marks == 0);
  CHECK_FALSE(document.words[1].is_one_word);
}

TEST_CASE("a text is the same words whatever was read before") {
  const Lexicon lexicon("[country]\nmali\n");
  DocumentReader reader(lexicon);
  const std::string text = "Mali waits. Then Mali’s army left.";
  const std::vector<Word> words = reader.read(text, 0).words;
  reader.read("An army waits in Gao, and in Mali.", 0);
  const Document& again = reader.read(text, 0);
  REQUIRE(again.words.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    CAPTURE(i);
    CHECK(again.words[i].begin == words[i].begin);
    CHECK(again.words[i].number == words[i].number);
    CHECK(again.words[i].form == words[i].form);
    CHECK(again.words[i].shape == words[i].shape);
  }
  CHECK(again.marks(0) == mark::country);
}

TEST_CASE("what is told of a form is of this text alone") {
  const Lexicon lexicon("");
  DocumentReader reader(lexicon);
  Document& first = reader.read("they ate rice, rice and rice", 0);
  CHECK(first.form(2).hints == hint::written_small);
  first.forms[first.words[2].form].hints |= hint::possessive;
  const Document& second = reader.read("Rice came", 0);
  CHECK(second.form(0).hints == 0);
}

TEST_CASE("a reader forgets its words when they are too many") {
  const Lexicon lexicon("");
  DocumentReader reader(lexicon);
  std::string many;
  for (int i = 0; i < 70'000; ++i) {
    many += "w" + std::to_string(i) + " ";
  }
  reader.read(many, 0);
  CHECK(reader.vocabulary().size() == 70'000);
  const std::uint32_t version = reader.vocabulary().version();
  const Document& document = reader.read("Mali waits", 0);
  CHECK(reader.vocabulary().version() != version);
  CHECK(reader.vocabulary().size() == 2);
  CHECK(document.words[1].number == 1);
}

}  // namespace
}  // namespace dateline

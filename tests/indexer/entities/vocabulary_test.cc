#include "indexer/entities/vocabulary.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

std::uint32_t number_in(TextVocabulary& vocabulary, std::string_view word, Shape shape) {
  return vocabulary.entry_of(word, shape, TextVocabulary::hash_of_word(word, shape)).number;
}

TEST_CASE("a word has one number, and written in another shape another") {
  const Lexicon lexicon("[country]\nmali\n");
  TextVocabulary vocabulary(lexicon);
  const std::uint32_t mali = number_in(vocabulary, "Mali", Shape::Title);
  CHECK(mali == 0);
  CHECK(number_in(vocabulary, "MALI", Shape::Capitals) == 1);
  CHECK(number_in(vocabulary, "Mali", Shape::Other) == 2);
  CHECK(number_in(vocabulary, "Mali", Shape::Title) == mali);
  CHECK(vocabulary.size() == 3);
}

TEST_CASE("words of one key share their form and what the lexicon says") {
  const Lexicon lexicon("[country]\nmali\n");
  TextVocabulary vocabulary(lexicon);
  const WordFacts title = vocabulary.facts(number_in(vocabulary, "Mali", Shape::Title));
  const WordFacts capitals = vocabulary.facts(number_in(vocabulary, "MALI", Shape::Capitals));
  const WordFacts other = vocabulary.facts(number_in(vocabulary, "Malik", Shape::Title));
  CHECK(title.form == capitals.form);
  CHECK(title.form != other.form);
  CHECK(title.key == name_key("mali"));
  CHECK(title.entry.marks == mark::country);
  CHECK(capitals.entry.marks == mark::country);
  CHECK(other.entry.marks == 0);
}

TEST_CASE("facts tell shape, length and dots") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  const WordFacts dotted = vocabulary.facts(number_in(vocabulary, "U.N.", Shape::Capitals));
  CHECK(dotted.shape == Shape::Capitals);
  CHECK(dotted.has_dot);
  CHECK(dotted.length == 4);
  const std::string endless(1000, 'x');
  const WordFacts longest = vocabulary.facts(number_in(vocabulary, endless, Shape::Lower));
  CHECK_FALSE(longest.has_dot);
  CHECK(longest.length == 255);
}

TEST_CASE("a spelling tells the word, its pattern and its affixes") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  const auto spelling = [&](std::string_view word, Shape shape = Shape::Title) {
    return vocabulary.spelling(number_in(vocabulary, word, shape));
  };
  const WordSpelling left = spelling("Dolmatov");
  const WordSpelling right = spelling("Villatov");
  CHECK(left.exact != right.exact);
  CHECK(left.pattern == right.pattern);
  CHECK(left.pattern != spelling("DOLMATOV", Shape::Capitals).pattern);
  CHECK(left.pattern != spelling("McDolmatov").pattern);
  CHECK(left.suffixes == right.suffixes);
  CHECK(left.prefixes[0] != right.prefixes[0]);
  CHECK(left.prefixes == spelling("DOLMATOV", Shape::Capitals).prefixes);
  CHECK(left.head == 0);
  CHECK(left.tail == 0);
}

TEST_CASE("affixes are shorter than their word") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  const WordSpelling spelling = vocabulary.spelling(number_in(vocabulary, "Gao", Shape::Title));
  CHECK(spelling.prefixes[1] == hash_of("ga"));
  CHECK(spelling.suffixes[1] == hash_of("ao"));
  CHECK(spelling.prefixes[2] == 0);
  CHECK(spelling.suffixes[2] == 0);
}

TEST_CASE("what stands around the hyphens of a word is known") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  const WordSpelling spelling =
      vocabulary.spelling(number_in(vocabulary, "Port-au-Prince", Shape::Title));
  CHECK(spelling.head == hash_of("port"));
  CHECK(spelling.tail == hash_of("prince"));
}

TEST_CASE("numbers stay while the vocabulary grows") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  constexpr std::uint32_t words = 10'000;
  for (std::uint32_t i = 0; i < words; ++i) {
    number_in(vocabulary, "w" + std::to_string(i), Shape::Lower);
  }
  REQUIRE(vocabulary.size() == words);
  bool is_kept = true;
  for (std::uint32_t i = 0; i < words; ++i) {
    const std::string word = "w" + std::to_string(i);
    is_kept = is_kept && number_in(vocabulary, word, Shape::Lower) == i &&
              vocabulary.facts(i).key == name_key(word) && vocabulary.facts(i).form == i;
  }
  CHECK(is_kept);
  CHECK(vocabulary.size() == words);
}

TEST_CASE("a vocabulary that is cleared begins anew and says so") {
  const Lexicon lexicon("");
  TextVocabulary vocabulary(lexicon);
  number_in(vocabulary, "Mali", Shape::Title);
  number_in(vocabulary, "Gao", Shape::Title);
  const std::uint32_t version = vocabulary.version();
  vocabulary.clear();
  CHECK(vocabulary.size() == 0);
  CHECK(vocabulary.version() != version);
  CHECK(number_in(vocabulary, "Gao", Shape::Title) == 0);
  CHECK(vocabulary.facts(0).form == 0);
  CHECK(vocabulary.facts(0).key == name_key("Gao"));
}

}  // namespace
}  // namespace dateline

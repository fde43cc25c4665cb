// Words by their numbers in a field, and their stems.
#include "common/text/word_stems.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace dateline {
namespace {

std::uint32_t number_of(WordStems& words, std::string_view word) {
  return words.number_of(WordKey(word), word);
}

std::string stem_of(WordStems& words, std::string_view word) {
  return std::string(words.stems().text(words.stem_of(number_of(words, word))));
}

TEST_CASE("the words of a field are numbered in the order in which they come") {
  WordStems words("en");
  CHECK(number_of(words, "mali") == 0);
  CHECK(number_of(words, "runs") == 1);
  CHECK(number_of(words, "mali") == 0);
  words.clear_field();
  CHECK(number_of(words, "runs") == 0);
  CHECK(number_of(words, "acts") == 1);
  CHECK(words.text_of(0) == "runs");
  CHECK(words.text_of(1) == "acts");
}

TEST_CASE("a word has its stem, which others may share") {
  WordStems words("en");
  CHECK(stem_of(words, "runs") == "Zrun");
  CHECK(stem_of(words, "run") == "Zrun");
  CHECK(stem_of(words, "mali") == "Zmali");
  CHECK(words.stem_of(0) == words.stem_of(1));
  CHECK_FALSE(words.is_own_stem(0));
  CHECK(words.is_own_stem(1));
  CHECK(stem_of(words, "nationalizations2") == "Znationalizations2");
  CHECK(stem_of(words, "internationalizations") == "Zinternation");
}

TEST_CASE("words of all lengths are told apart, however many there are") {
  WordStems words("en");
  std::uint32_t count = 0;
  for (std::size_t bytes = 1; bytes <= 40; ++bytes) {
    for (std::size_t at = 0; at < bytes; ++at) {
      for (char c = 'b'; c <= 'z'; ++c) {
        std::string word(bytes, 'a');
        word[at] = c;
        REQUIRE(number_of(words, word) == count);
        REQUIRE(words.text_of(count) == word);
        ++count;
      }
    }
  }
  CHECK(number_of(words, std::string(17, 'b') + "c") == count);
  CHECK(number_of(words, "aaaac") == 10 * 25 + 4 * 25 + 1);
}

TEST_CASE("what is remembered takes memory") {
  WordStems words("en");
  const std::size_t before = words.bytes();
  number_of(words, std::string(10'000, 'x'));
  CHECK(words.bytes() >= before + 20'000);  // the word and its stem
}

}  // namespace
}  // namespace dateline

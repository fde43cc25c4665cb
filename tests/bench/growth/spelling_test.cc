// Words and names that were made up.
#include "bench/growth/spelling.h"

#include <doctest/doctest.h>

#include <string>
#include <unordered_set>
#include <vector>

namespace dateline {

namespace {

std::string word_of(std::uint64_t rank) {
  std::string word;
  append_word(rank, word);
  return word;
}

std::string name_of(std::uint64_t rank, NameForm form) {
  std::string name;
  append_name(rank, form, name);
  return name;
}

}  // namespace

TEST_CASE("different ranks are different words, but for very few") {
  std::unordered_set<std::string> words;
  constexpr std::uint64_t ranks = 700'000;  // of one, two and three syllables
  for (std::uint64_t rank = function_words + 1; rank <= ranks; ++rank) {
    words.insert(word_of(rank));
  }
  CHECK(words.size() <= ranks - function_words);
  CHECK(words.size() > (ranks - function_words) / 10000 * 9999);
}

TEST_CASE("the first ranks are the function words") {
  CHECK(word_of(1) == "the");
  CHECK(word_of(function_words) == "country");
}

TEST_CASE("what was spelt beforehand is what would be spelt") {
  const SpelledWords spelled;
  for (const std::uint64_t rank :
       std::vector<std::uint64_t>{1, 100, 101, 5000, 16383, 16384, 3'000'000}) {
    CAPTURE(rank);
    std::string word;
    spelled.append(rank, word);
    CHECK(word == word_of(rank));
  }
}

TEST_CASE("the short form of a person is the surname, and others keep theirs") {
  bool has_person = false;
  for (std::uint64_t rank = 1; rank <= 50; ++rank) {
    const std::string full = name_of(rank, NameForm::Full);
    const std::string brief = name_of(rank, NameForm::Short);
    CAPTURE(full);
    CHECK(full.ends_with(brief));
    has_person = has_person || full != brief;
  }
  CHECK(has_person);
}

}  // namespace dateline

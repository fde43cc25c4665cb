// Every language of libstemmer, by any of its names.
#include "common/text/stemmer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/text/word_key.h"

namespace dateline {
namespace {

TEST_CASE("a language is known by its codes and its name") {
  for (const char* text : {"en", "EN", "en-GB", "en_US", "eng", "english", "English"}) {
    CAPTURE(text);
    REQUIRE(find_language(text) != nullptr);
    CHECK(find_language(text)->code == "en");
  }
  CHECK(find_language("ger")->code == "de");
  CHECK(find_language("nb")->code == "no");
  for (const char* text : {"", "-", "xx", "klingon", "e"}) {
    CAPTURE(text);
    CHECK(find_language(text) == nullptr);
  }
}

TEST_CASE("every language of the table has a stemmer") {
  StemmerSet stemmers;
  for (const Language& language : all_languages()) {
    CAPTURE(language.name);
    CHECK(!stemmers.of(language.code).stem("nationalization").empty());
  }
}

TEST_CASE("words are stemmed in their language") {
  struct Case {
    const char* language;
    const char* word;
    const char* stem;
  };
  const Case cases[] = {
      {"en", "rights", "right"},          {"en", "expelled", "expel"},
      {"fr", "mercenaires", "mercenair"}, {"es", "elecciones", "eleccion"},
      {"de", "wahlen", "wahl"},           {"en", "covid19", "covid19"},
      {"en", "2000s", "2000s"},
  };
  StemmerSet stemmers;
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(stemmers.of(c.language).stem(c.word) == c.stem);
    CHECK(stemmers.of(c.language).stem(c.word) == c.stem);  // now from the cache
  }
}

TEST_CASE("the hash of a stem is that of its key, however often a word comes") {
  StemmerSet stemmers;
  for (const char* language : {"en", "ar", "id", "ga"}) {
    Stemmer& stemmer = stemmers.of(language);
    for (int round = 0; round < 2; ++round) {
      // Enough words that some have the same place in the memory.
      for (int i = 0; i < 30000; ++i) {
        const std::string word = "w" + std::string(1, static_cast<char>('a' + i % 26)) +
                                 std::to_string(i / 26) + (i % 3 == 0 ? "ings" : "");
        const bool is_same =
            stemmer.stem_hash(WordKey(word), word) == WordKey(stemmer.compute_stem(word)).hash;
        REQUIRE(is_same);
      }
    }
    for (const std::string word : {"elections", "internationalizations", "a", "de"}) {
      CHECK(stemmer.stem_hash(WordKey(word), word) == WordKey(stemmer.stem(word)).hash);
    }
  }
}

TEST_CASE("where a stemmer is said to keep the first byte, it does") {
  constexpr std::string_view endings[] = {"", "s", "ies", "ied", "ing", "ly", "eed", "y", "'s"};
  constexpr std::string_view letters = "abcdeghilnorstuxyz";
  for (const Language& language : all_languages()) {
    Stemmer stemmer(language.code);
    if (!stemmer.keeps_first_byte()) {
      continue;
    }
    CAPTURE(language.name);
    for (std::size_t i = 0; i < letters.size() * letters.size() * letters.size(); ++i) {
      for (const std::string_view ending : endings) {
        std::string word = {letters[i % letters.size()], letters[i / 18 % 18], letters[i / 324]};
        word += ending;
        REQUIRE(stemmer.compute_stem(word).front() == word.front());
      }
    }
  }
}

}  // namespace
}  // namespace dateline

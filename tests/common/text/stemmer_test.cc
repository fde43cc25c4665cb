// Every language of libstemmer, by any of its names.
#include "common/text/stemmer.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace dateline

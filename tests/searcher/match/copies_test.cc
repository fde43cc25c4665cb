#include "searcher/match/copies.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

namespace {

/// A story of so many words, all different, from word number `first` on.
std::string story(std::size_t words, std::size_t first = 0) {
  std::string text;
  for (std::size_t i = first; i < first + words; ++i) {
    text += "word" + std::to_string(i) + ' ';
  }
  return text;
}

bool copies(std::string_view a, std::string_view b) {
  const bool are = are_copies(shingles_of(a), shingles_of(b));
  CHECK(are_copies(shingles_of(b), shingles_of(a)) == are);
  return are;
}

}  // namespace

TEST_CASE("a text has a run at each word that has enough behind it") {
  CHECK(shingles_of("").empty());
  CHECK(shingles_of(" - !").empty());
  CHECK(shingles_of("one").size() == 1);
  CHECK(shingles_of("one two three four five").size() == 1);
  CHECK(shingles_of("one two three four five six").size() == 2);
  CHECK(shingles_of("a a a a a a a a a").size() == 1);
}

TEST_CASE("case, accents, punctuation and line ends make no other text") {
  CHECK(shingles_of("Assimi Goïta spoke, in Bamako: \"No.\"") ==
        shingles_of("ASSIMI GOITA SPOKE\nin Bamako no"));
}

TEST_CASE("a body with another dateline, byline or last line is a copy") {
  const std::string body = story(100);
  CHECK(copies(body, "BAMAKO, Feb. 6 (Lakeside Wire) - " + body));
  CHECK(copies(body, body + "Jane Doe contributed to this report."));
  CHECK(copies("By Jane Doe " + body, "By John Roe " + body));
}

TEST_CASE("a body that was cut is a copy, as far as it is a tenth of the other") {
  CHECK(copies(story(400), story(200)));
  CHECK(copies(story(400), story(60)));
  CHECK(copies(story(400), story(60, 170)));
  CHECK_FALSE(copies(story(1000), story(60)));
}

TEST_CASE("four words of five in common make a copy") {
  const std::string body = story(100);
  CHECK(copies(story(100), story(90) + story(10, 500)));
  CHECK_FALSE(copies(story(100), story(70) + story(30, 500)));
  CHECK_FALSE(copies(story(100), story(100, 500)));
}

TEST_CASE("a sentence that stands in a longer text is no copy of it") {
  CHECK_FALSE(copies(story(20), story(100)));
  CHECK(copies(story(20), story(20)));
  CHECK_FALSE(copies("no further details", "no further details were given"));
}

TEST_CASE("a text without words is a copy of none") {
  CHECK_FALSE(copies("", ""));
  CHECK_FALSE(copies("", story(50)));
}

TEST_CASE("of a very long text the beginning decides") {
  const std::string book = story(max_shingled_words);
  CHECK(shingles_of(book + story(1000, 900'000)) == shingles_of(book));
}

}  // namespace dateline

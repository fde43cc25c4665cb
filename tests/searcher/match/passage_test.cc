#include "searcher/match/passage.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/match/snippet_oracle.h"

namespace dateline {
namespace {

TEST_CASE("a passage says where it is cut") {
  const std::string_view text = "one two three four five wagner six seven eight";
  const std::vector<MatchPattern> patterns(1, {.words = {{.stems = {"wagner"}, .words = {}}}});
  const std::vector<PatternMatch> matches = {{24, 30, 0}};
  const auto passages = choose_passages(text, matches, patterns, 2, 24);
  REQUIRE(passages.size() == 1);
  CHECK(text.substr(passages[0].begin, passages[0].end - passages[0].begin) ==
        "five wagner six seven");
  CHECK(passages[0].cut_begin);
  CHECK(passages[0].cut_end);
  const auto whole = choose_passages(text, matches, patterns, 2, 100);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].begin == 0);
  CHECK(whole[0].end == text.size());
  CHECK_FALSE(whole[0].cut_begin);
  CHECK_FALSE(whole[0].cut_end);
}

TEST_CASE("passages are apart and in order, however many are asked for") {
  std::string text;
  std::vector<PatternMatch> matches;
  const std::vector<MatchPattern> patterns(40, {.words = {{.stems = {"oil"}, .words = {}}}});
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    text += "Rain fell. ";
    matches.push_back({text.size(), text.size() + 3, patterns.size() - 1 - i});
    text += "Oil rose again. ";
  }
  const auto passages = choose_passages(text, matches, patterns, 100, 30);
  REQUIRE(passages.size() > 10);
  for (std::size_t i = 1; i < passages.size(); ++i) {
    CHECK(passages[i - 1].end <= passages[i].begin);
    CHECK(passages[i].end - passages[i].begin <= 30);
  }
}

TEST_CASE("a match too long for any passage is shown in its beginning only") {
  const Passage passage{.begin = 10, .end = 20};
  CHECK(is_shown_in({10, 20, 0}, passage, 10));
  CHECK(is_shown_in({12, 14, 0}, passage, 10));
  CHECK_FALSE(is_shown_in({9, 14, 0}, passage, 10));
  CHECK_FALSE(is_shown_in({12, 21, 0}, passage, 10));
  CHECK(is_shown_in({10, 99, 0}, passage, 10));
}

TEST_CASE("the opening of a text without words is empty") {
  const Passage passage = opening_passage(" \n\n ", 100);
  CHECK(passage.begin == passage.end);
}

}  // namespace
}  // namespace dateline

#include "searcher/query/vocabulary.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

std::string to_string(const FoundWords& found) {
  std::string text;
  for (const VocabularyWord& word : found.words) {
    text += std::string(word.text) + ":" + std::to_string(word.articles) + " ";
  }
  return text + "of " + std::to_string(found.total);
}

/// As an archive holds these: "mali" alone; "run" alone, with "runs", and "runs" alone; "study" and
/// "studies", which have a stem that is no word.
ArchiveVocabulary small_vocabulary(std::vector<std::string>& asked) {
  return {
      {{"run", 2}, {"runs", 3}, {"studies", 1}, {"study", 2}},
      {{"mali", 5}, {"run", 7}, {"studi", 3}},
      {"en"},
      [&asked](const std::string& language, std::string_view stem, const auto& words) {
        asked.push_back(language + ":" + std::string(stem) + " " + std::to_string(words.size()));
        return false;
      }};
}

TEST_CASE("words are the exact terms, and the stems that are words") {
  std::vector<std::string> asked;
  ArchiveVocabulary words = small_vocabulary(asked);
  CHECK(to_string(words.find_words({WordPattern::Kind::Wildcard, "*", 0}, 10)) ==
        "mali:5 run:6 runs:3 studies:1 study:2 of 5");
  CHECK(to_string(words.find_words({WordPattern::Kind::Wildcard, "*u*", 0}, 10)) ==
        "run:6 runs:3 studies:1 study:2 of 4");
  CHECK(to_string(words.find_words({WordPattern::Kind::Wildcard, "r*", 0}, 1)) == "run:6 of 2");
  CHECK(to_string(words.find_words({WordPattern::Kind::Fuzzy, "mail", 1}, 10)) == "mali:5 of 1");
  CHECK(words.articles("mali") == 5);
  CHECK(words.articles("runs") == 3);
  CHECK(words.articles("niger") == 0);
  CHECK(words.articles("studi") == 0);
}

TEST_CASE("the archive is asked once about a stem that other words account for") {
  std::vector<std::string> asked;
  ArchiveVocabulary words = small_vocabulary(asked);
  CHECK(words.articles("studi") == 0);
  words.find_words({WordPattern::Kind::Wildcard, "stud*", 0}, 10);
  CHECK(asked == std::vector<std::string>{"en:studi 2"});
}

TEST_CASE("the other words of a stem are known") {
  std::vector<std::string> asked;
  ArchiveVocabulary words = small_vocabulary(asked);
  const auto of_run = words.words_of_stem("en", "run");
  REQUIRE(of_run.size() == 1);
  CHECK(of_run[0] == "runs");
  CHECK(words.words_of_stem("en", "studi").size() == 2);
  CHECK(words.words_of_stem("en", "mali").empty());
}

}  // namespace
}  // namespace dateline

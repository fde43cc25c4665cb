// A list against a map that holds the same terms.
#include "common/text/term_list.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace dateline {
namespace {

std::string texts_of(const TermList& terms) {
  std::string list;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    list += (list.empty() ? "" : " ") + std::string(terms[i].text);
  }
  return list;
}

TEST_CASE("terms keep weight and positions, and lie in order of their bytes when sorted") {
  TermList terms;
  CHECK(terms.empty());
  terms.add("Zrun", 3, std::vector<std::uint32_t>{1, 2, 9});
  terms.add("running");
  terms.add("Zmali", 2, std::vector<std::uint32_t>{4});
  CHECK(texts_of(terms) == "Zrun running Zmali");
  terms.sort();
  CHECK(texts_of(terms) == "Zmali Zrun running");
  CHECK(terms[1].wdf == 3);
  CHECK(std::vector(terms[1].positions.begin(), terms[1].positions.end()) ==
        std::vector<std::uint32_t>{1, 2, 9});
  CHECK(terms[2].wdf == 0);
  CHECK(terms[2].positions.empty());
}

TEST_CASE("a boolean term that is added again stays once") {
  TermList terms;
  for (const char* const text : {"XM2023", "XM202", "XM2023", "a longer term", "a longer term"}) {
    terms.add(text);
  }
  terms.sort();
  CHECK(texts_of(terms) == "XM202 XM2023 a longer term");
}

TEST_CASE("a cleared list is empty and takes other terms") {
  TermList terms;
  terms.add("Zrun", 1, std::vector<std::uint32_t>{1});
  terms.clear();
  CHECK(terms.empty());
  terms.add("Zmali", 2, std::vector<std::uint32_t>{7});
  CHECK(texts_of(terms) == "Zmali");
  CHECK(terms[0].positions.front() == 7);
}

TEST_CASE("a key is the first eight bytes, and zeros where there are no more") {
  CHECK(term_key("") == 0);
  CHECK(term_key("a") == 0x6100000000000000);
  CHECK(term_key("\xC3\xA9") == 0xC3A9000000000000);
  CHECK(term_key("abcdefgh") == 0x6162636465666768);
  CHECK(term_key("abcdefghi") == term_key("abcdefgh"));
}

TEST_CASE("random terms come out as a sorted map holds them") {
  constexpr unsigned seed = 20230206;
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string_view pieces[] = {"a", "b", "Z", "\xC3\xA9", "\xE5\x8C\x97", "abcdefg"};
  TermList terms;
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, std::vector<std::uint32_t>> expected;
    terms.clear();
    for (auto count = random() % 60; count > 0; --count) {
      std::string text;
      for (auto length = 1 + random() % 6; length > 0; --length) {
        text += pieces[random() % std::size(pieces)];
      }
      const std::vector<std::uint32_t> positions(random() % 3,
                                                 static_cast<std::uint32_t>(random()));
      if (expected.emplace(text, positions).second) {
        terms.add(text, static_cast<std::uint32_t>(positions.size()), positions);
      }
    }
    terms.sort();
    REQUIRE(terms.size() == expected.size());
    std::size_t i = 0;
    for (const auto& [text, positions] : expected) {
      REQUIRE(terms[i].text == text);
      REQUIRE(terms[i].key == term_key(text));
      REQUIRE(terms[i].wdf == positions.size());
      REQUIRE(std::vector(terms[i].positions.begin(), terms[i].positions.end()) == positions);
      ++i;
    }
  }
}

}  // namespace
}  // namespace dateline

// What the resolver joins depends on names, counts and definitions alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/resolve/resolved.h"

namespace dateline::test {
namespace {

using Generator = std::mt19937;

std::size_t random_below(Generator& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

struct RandomNames {
  std::vector<std::string> texts;
  std::vector<CountedName> names;
  std::vector<CountedDefinition> definitions;
};

/// Names of few words, so that most have something to do with one another; each once for a type.
RandomNames random_names(unsigned seed) {
  static const std::vector<std::string> words = {
      "John",     "J.",    "Johann",  "F.",      "Fitzgerald", "R.",        "Kennedy",
      "Kenneddy", "GOITA", "Goïta",   "Goita",   "Jr",         "Le",        "Pen",
      "Group",    "Inc",   "Corp",    "MINUSMA", "MUNISMA",    "MIN",       "United",
      "Nations",  "UN",    "Mohamed", "Ali",     "Muhammad",   "Alexander", "Aleksander"};
  Generator random(seed);
  RandomNames made;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string text;
    for (std::size_t k = random_below(random, 4) + 1; k > 0; --k) {
      text += (text.empty() ? "" : " ") + words[random_below(random, words.size())];
    }
    made.texts.push_back(text);
  }
  std::ranges::sort(made.texts);
  made.texts.erase(std::unique(made.texts.begin(), made.texts.end()), made.texts.end());
  for (const std::string& text : made.texts) {
    for (const NameType type : all_name_types) {
      const auto articles = static_cast<std::uint32_t>(random_below(random, 40));
      made.names.push_back({type, text, articles * (articles % 3)});
    }
  }
  for (std::size_t i = 0; i < 20; ++i) {
    made.definitions.push_back({words[random_below(random, words.size())],
                                made.texts[random_below(random, made.texts.size())],
                                static_cast<std::uint32_t>(random_below(random, 5))});
  }
  return made;
}

std::string groups_of(const RandomNames& made) {
  return to_string(resolve_names(made.names, made.definitions), made.names);
}

TEST_CASE("the same names and counts in any order make the same groups") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomNames made = random_names(seed);
    const std::string expected = groups_of(made);
    CHECK(!expected.empty());
    Generator random(seed);
    std::ranges::shuffle(made.names, random);
    std::ranges::shuffle(made.definitions, random);
    CHECK(groups_of(made) == expected);
  }
}

TEST_CASE("names and definitions without articles are as if they had never been") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    RandomNames made = random_names(seed);
    const std::string expected = groups_of(made);
    std::erase_if(made.names, [](const CountedName& name) { return name.articles == 0; });
    std::erase_if(made.definitions,
                  [](const CountedDefinition& definition) { return definition.articles == 0; });
    CHECK(groups_of(made) == expected);
  }
}

TEST_CASE("groups are of one type, of two names or more, and have no name twice") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const RandomNames made = random_names(seed);
    std::vector<bool> is_grouped(made.names.size());
    for (const auto& group : resolve_names(made.names, made.definitions)) {
      CHECK(group.size() > 1);
      for (const std::uint32_t name : group) {
        CHECK(made.names[name].type == made.names[group.front()].type);
        CHECK(made.names[name].articles > 0);
        CHECK(!is_grouped[name]);
        is_grouped[name] = true;
      }
    }
  }
}

}  // namespace
}  // namespace dateline::test

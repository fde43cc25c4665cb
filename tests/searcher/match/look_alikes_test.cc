// Which entities look alike, and that many of them are compared in bounded time.
#include "searcher/match/look_alikes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/fold.h"

namespace dateline {
namespace {

EntityNames entity(NameType type, std::size_t count, std::vector<std::string> names) {
  for (std::string& name : names) {
    name = fold_name(name);
  }
  return {type, count, std::move(names)};
}

std::string to_string(const std::vector<LookAlike>& pairs) {
  std::string text;
  for (const LookAlike& pair : pairs) {
    text += (text.empty() ? "" : "; ") + std::to_string(pair.larger) + " " +
            std::to_string(pair.smaller) + " " + std::string(to_string(pair.kind));
  }
  return text;
}

TEST_CASE("two names look alike by their spelling, their words or their types") {
  struct Case {
    const char* a;
    const char* b;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {"Volodymyr Zelensky", "Volodymyr Zelenski", "spelling"},
      {"Volodymyr Zelensky", "Volodimir Zelensky", "spelling"},
      {"Muammar Gadhafi", "Muammar Gadahfi", "spelling"},
      {"Andali", "Andalli", "spelling"},
      {"Guillaume Atondoko", "Guillaume Atonodok", "spelling"},
      {"Slovakia", "Slovenia", ""},
      {"Joe Biden", "J. Biden", "given name"},
      {"Alex Salmond", "Alexander Salmond", "given name"},
      {"Guillaume Ngefa-Atondoko Andali", "Guillaume Andali", "part"},
      {"Guillaume Ngefa-Atondoko Andali", "Ngefa", "part"},
      {"Joe Biden", "Jill Biden", ""},
      {"Joe Biden", "Jo Biden", ""},
      {"Flight 10001", "Flight 10002", ""},
      {"Mali", "Bali", ""},
      {"Iran", "Iraq", ""},
      {"Austria", "Australia", ""},
      {"Joe Biden", "Joe Manchin", ""},
      {"", "Joe", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    const auto found = find_look_alikes(std::vector<EntityNames>{
        entity(NameType::Person, 2, {c.a}), entity(NameType::Person, 1, {c.b})});
    CHECK(to_string(found) == (*c.expected == '\0' ? "" : "0 1 " + std::string(c.expected)));
  }
}

TEST_CASE("names of two types look alike only when they are the same") {
  CHECK(to_string(find_look_alikes(std::vector<EntityNames>{
            entity(NameType::Person, 1, {"Kisal"}), entity(NameType::Organization, 5, {"KISAL"}),
            entity(NameType::Location, 1, {"Kisall"})})) == "1 0 same name");
}

TEST_CASE("all names of an entity are compared, and a pair is told once") {
  CHECK(to_string(find_look_alikes(std::vector<EntityNames>{
            entity(NameType::Person, 9, {"Assimi Goita", "Colonel Goita", "Goita"}),
            entity(NameType::Person, 4, {"Asimi Goita"})})) == "0 1 spelling");
}

TEST_CASE("those come first that add most to an entity; a word of many names tells little") {
  std::vector<EntityNames> entities = {entity(NameType::Person, 100, {"Binta Sangare"}),
                                       entity(NameType::Person, 50, {"Bintta Sangare"}),
                                       entity(NameType::Person, 80, {"Moussa Keita"}),
                                       entity(NameType::Person, 40, {"Mousa Keita"}),
                                       entity(NameType::Person, 90, {"Keita"})};
  // "Keita" is part of two names: of each for a half.
  CHECK(to_string(find_look_alikes(entities)) == "0 1 spelling; 2 3 spelling; 4 2 part; 4 3 part");
  for (int i = 0; i < 20; ++i) {
    entities.push_back(
        entity(NameType::Person, 90, {std::string(5, static_cast<char>('a' + i)) + " Keita"}));
  }
  CHECK(to_string(find_look_alikes(entities)) == "0 1 spelling; 2 3 spelling");
}

TEST_CASE("names that all share their words are compared in bounded time") {
  std::vector<EntityNames> entities;
  for (int i = 0; i < 5'000; ++i) {
    const std::string number(1 + static_cast<std::size_t>(i % 3), static_cast<char>('a' + i % 26));
    entities.push_back(entity(NameType::Person, static_cast<std::size_t>(i),
                              {"Maria Garcia " + number, "Maria", "Garcia Maria"}));
  }
  CHECK(find_look_alikes(entities).size() <= max_look_alikes);
}

}  // namespace
}  // namespace dateline

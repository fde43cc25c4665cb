// What corrections do to the entities of a dictionary.
#include "common/archive/entity_map.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

NameDictionary dictionary() {
  NameDictionary names;
  names.add({NameType::Person, "Guillaume Andali"});     // 0
  names.add({NameType::Person, "Andali"});               // 1
  names.add({NameType::Person, "Guillaume Ngefa"});      // 2
  names.add({NameType::Organization, "Wagner Group"});   // 3
  names.add({NameType::Organization, "Wagner"});         // 4, joined with 3
  names.add({NameType::Person, "Kisal"});                // 5
  names.add({NameType::Organization, "KISAL"});          // 6
  names.add({NameType::Person, "Assimi Goïta"});         // 7
  names.add({NameType::Person, "Assimi Goita"});         // 8, joined with 7
  names.add({NameType::Organization, "Twitter"});        // 9
  names.add({NameType::Organization, "Groupe Wagner"});  // 10, joined with 3
  names.join({3, 4, 10});
  names.join({7, 8});
  return names;
}

EntityMap corrected(std::string_view lines) {
  const Corrections corrections = parse_corrections(lines);
  REQUIRE(corrections.problem_count == 0);
  return EntityMap(dictionary(), corrections.lines);
}

/// "person Assimi Goïta: 7 8", with "-" before the type of a hidden one.
std::string to_string(const EntityMap& map, EntityId entity) {
  std::string text = map.is_hidden(entity) ? "-" : "";
  text += std::string(to_string(map.type(entity))) + " " + std::string(map.shown(entity)) + ":";
  std::vector<NameId> names = map.names_of(entity);
  std::ranges::sort(names);
  for (const NameId name : names) {
    REQUIRE(map.entity(name) == entity);
    text += " " + std::to_string(name);
  }
  return text;
}

/// The entity that a name is in.
std::string of(const EntityMap& map, NameId name) {
  return to_string(map, map.entity(name));
}

/// The shown names of what a value means.
std::string find(const EntityMap& map, NameType type, std::string_view value) {
  std::string text;
  for (const EntityId entity : map.find_entities(type, value)) {
    text += (text.empty() ? "" : ", ") + std::string(map.shown(entity));
  }
  return text;
}

TEST_CASE("without corrections the entities are those of the dictionary") {
  const EntityMap map(dictionary());
  CHECK(of(map, 0) == "person Guillaume Andali: 0");
  CHECK(of(map, 4) == "organization Wagner Group: 3 4 10");
  CHECK(of(map, 8) == "person Assimi Goïta: 7 8");
  CHECK(map.id_limit() == 11);
}

TEST_CASE("a value means the exact name, else the folded one, else names with its words") {
  NameDictionary names;
  names.add({NameType::Person, "Assimi Goïta"});
  names.add({NameType::Person, "ASSIMI GOITA"});  // shown for both
  names.add({NameType::Location, "Mali"});
  names.add({NameType::Person, "Sergei Lavrov"});
  names.add({NameType::Organization, "Mali"});
  names.add({NameType::Person, "Yekaterina Lavrov"});
  names.join({1, 0});
  const EntityMap map(std::move(names));
  using Ids = std::vector<EntityId>;
  CHECK(map.find_entities(NameType::Person, "Assimi Goïta") == Ids{1});
  CHECK(map.find_entities(NameType::Person, "assimi goita") == Ids{1});
  CHECK(map.find_entities(NameType::Person, "Lavrov") == Ids{3, 5});
  CHECK(map.find_entities(NameType::Person, "lavrov sergei") == Ids{3});
  CHECK(map.find_entities(NameType::Location, "Mali") == Ids{2});
  CHECK(map.find_entities(NameType::Organization, "Mali") == Ids{4});
  CHECK(map.find_entities(NameType::Person, "Lav").empty());
  CHECK(map.find_entities(NameType::Person, "?").empty());
}

TEST_CASE("a line does what it says") {
  struct Case {
    const char* lines;
    NameId name;
    const char* entity;
  };
  const std::vector<Case> cases = {
      {"merge person: Guillaume Andali = Andali", 1, "person Guillaume Andali: 0 1"},
      {"merge person: Andali = Guillaume Andali", 0, "person Andali: 0 1"},
      {"merge person: G. Andali = Andali = Guillaume Andali", 0, "person G. Andali: 0 1"},
      {"merge person: Andali = Nobody", 1, "person Andali: 1"},
      {"merge person: Nobody = Noone", 1, "person Andali: 1"},
      {"merge organization: Andali = Wagner", 1, "person Andali: 1"},
      {"merge person: GUILLAUME ANDALI = andali", 1, "person GUILLAUME ANDALI: 0 1"},
      {"merge organization: Twitter = groupe wagner", 9, "organization Twitter: 3 4 9 10"},
      {"split organization: Wagner", 4, "organization Wagner: 4"},
      {"split organization: Wagner", 3, "organization Wagner Group: 3 10"},
      {"split organization: Wagner Group", 3, "organization Wagner Group: 3"},
      {"split organization: Wagner Group", 4, "organization Wagner: 4 10"},
      {"split organization: wagner", 4, "organization Wagner: 4"},
      {"split organization: Wagner = Groupe Wagner", 10, "organization Wagner: 4 10"},
      {"split organization: Wagner = Twitter", 9, "organization Wagner: 4 9"},
      {"split person: Assimi Goita", 7, "person Assimi Goïta: 7"},
      {"rename organization: Wagner = PMC Wagner", 3, "organization PMC Wagner: 3 4 10"},
      {"rename organization: Wagner Group = Wagner", 3, "organization Wagner: 3 4 10"},
      {"rename organization: Wagner = Twitter", 9, "organization Twitter: 3 4 9 10"},
      {"retype person: Kisal = organization", 5, "organization KISAL: 5 6"},
      {"retype person: Andali = location", 1, "location Andali: 1"},
      {"retype person: Andali = person", 1, "person Andali: 1"},
      {"hide organization: Wagner", 3, "-organization Wagner Group: 3 4 10"},
      {"hide person: Wagner", 3, "organization Wagner Group: 3 4 10"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    CHECK(of(corrected(c.lines), c.name) == c.entity);
  }
}

TEST_CASE("lines hold from top to bottom, each for what those before have made") {
  struct Case {
    const char* lines;
    NameId name;
    const char* entity;
  };
  const std::vector<Case> cases = {
      {"merge person: A = Andali\nmerge person: A = Guillaume Andali", 1, "person A: 0 1"},
      {"rename person: Andali = A\nrename person: A = B", 1, "person B: 1"},
      {"rename person: Andali = A\nrename person: a = B", 1, "person B: 1"},
      {"merge organization: X = Wagner\nsplit organization: Wagner", 4, "organization Wagner: 4"},
      {"merge organization: X = Wagner\nsplit organization: Wagner", 3, "organization X: 3 10"},
      {"merge organization: Wagner = Twitter\nsplit organization: Wagner", 3,
       "organization Wagner Group: 3 9 10"},
      {"split organization: Wagner\nmerge organization: Twitter = Wagner", 4,
       "organization Twitter: 4 9"},
      {"split organization: Wagner\nmerge organization: Wagner Group = Wagner", 4,
       "organization Wagner Group: 3 4 10"},
      {"hide person: Andali\nmerge person: Guillaume Andali = Andali", 1,
       "person Guillaume Andali: 0 1"},
      {"merge person: Guillaume Andali = Andali\nhide person: Andali", 0,
       "-person Guillaume Andali: 0 1"},
      {"hide organization: Wagner\nsplit organization: Wagner", 4, "organization Wagner: 4"},
      {"hide person: Andali\nrename person: Andali = A", 1, "-person A: 1"},
      {"retype person: Kisal = organization\nretype organization: Kisal = person", 6,
       "person Kisal: 5 6"},
      {"retype person: Kisal = organization\nhide person: Kisal", 5, "organization KISAL: 5 6"},
      {"retype person: Kisal = organization\nsplit organization: Kisal", 5,
       "organization Kisal: 5"},
      {"split organization: Wagner = Wagner Group = Groupe Wagner\nhide organization: X", 4,
       "organization Wagner: 3 4 10"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.lines);
    CHECK(of(corrected(c.lines), c.name) == c.entity);
  }
}

TEST_CASE("an entity is found by its new name and by all its old ones, a hidden one by none") {
  const EntityMap map = corrected(
      "rename organization: Wagner = PMC Wagner\nretype person: Kisal = organization\n"
      "hide organization: Twitter\nretype person: Andali = location\n"
      "rename location: Andali = Andaly");
  CHECK(find(map, NameType::Organization, "PMC Wagner") == "PMC Wagner");
  CHECK(find(map, NameType::Organization, "pmc wagner") == "PMC Wagner");
  CHECK(find(map, NameType::Organization, "Groupe Wagner") == "PMC Wagner");
  CHECK(find(map, NameType::Organization, "pmc") == "PMC Wagner");
  CHECK(find(map, NameType::Organization, "Kisal") == "KISAL");
  CHECK(find(map, NameType::Person, "Kisal").empty());
  CHECK(find(map, NameType::Organization, "Twitter").empty());
  CHECK(find(map, NameType::Location, "Andali") == "Andaly");
  CHECK(find(map, NameType::Location, "Andaly") == "Andaly");
  CHECK(find(map, NameType::Person, "andali") == "Guillaume Andali");
  CHECK(find(map, NameType::Person, "guillaume") == "Guillaume Andali, Guillaume Ngefa");
}

TEST_CASE("whatever the lines, names are parted among entities, and each shown name is a filter") {
  std::mt19937 random(20230206);
  const NameDictionary names = dictionary();
  const std::vector<std::string> extra = {"X", "Wagner PMC", "wagner", "GOITA"};
  const auto name = [&]() -> std::string {
    const std::size_t i = random() % (names.size() + extra.size());
    return i < names.size() ? std::string(names.text(static_cast<NameId>(i)))
                            : extra[i - names.size()];
  };
  const auto type = [&] { return std::string(to_string(all_name_types.at(random() % 3))); };
  for (int round = 0; round < 3000; ++round) {
    std::string lines;
    for (auto count = random() % 8 + 1; count > 0; --count) {
      switch (random() % 5) {
        case 0: lines += "merge " + type() + ": " + name() + " = " + name() + "\n"; break;
        case 1: lines += "split " + type() + ": " + name() + "\n"; break;
        case 2: lines += "rename " + type() + ": " + name() + " = " + name() + "\n"; break;
        case 3: lines += "retype " + type() + ": " + name() + " = " + type() + "\n"; break;
        default: lines += "hide " + type() + ": " + name() + "\n"; break;
      }
    }
    CAPTURE(lines);
    const EntityMap map = corrected(lines);
    std::set<EntityId> entities;
    for (NameId id = 0; id < names.size(); ++id) {
      REQUIRE(map.entity(id) < map.id_limit());
      entities.insert(map.entity(id));
    }
    std::size_t parted = 0;
    for (const EntityId entity : entities) {
      REQUIRE(!map.shown(entity).empty());
      parted += map.names_of(entity).size();
      const auto found = map.find_entities(map.type(entity), map.shown(entity));
      if (!map.is_hidden(entity)) {
        REQUIRE(found == std::vector<EntityId>{entity});
      } else {
        REQUIRE(std::ranges::find(found, entity) == found.end());
      }
    }
    REQUIRE(parted == names.size());
  }
}

TEST_CASE("a hundred thousand lines about one entity are soon applied") {
  NameDictionary names;
  std::string lines;
  for (int i = 0; i < 50'000; ++i) {
    const std::string name = "Name " + std::to_string(i);
    names.add({NameType::Person, name});
    lines.append("merge person: Name 0 = ").append(name);
    lines.append("\nrename person: ")
        .append(name)
        .append(" = Label ")
        .append(std::to_string(i % 7));
    lines.append("\nretype person: ").append(name).append(" = organization\n");
    lines.append("retype organization: ").append(name).append(" = person\n");
  }
  const EntityMap map(names, parse_corrections(lines).lines);
  CHECK(map.names_of(map.entity(0)).size() == 50'000);
}

}  // namespace
}  // namespace dateline

// Which entities of several archives are one, and what each name then means.
#include "searcher/match/joined_entities.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

/// The entities of an archive, a line each: "Assimi Goïta = Assimi Goita", the shown name first;
/// persons where no type stands before them ("organization Wagner").
EntityMap archive_of(const std::string& lines, std::string_view corrections = {}) {
  NameDictionary names;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    NameType type = NameType::Person;
    const std::size_t word_end = line.find(' ');
    if (const auto named = parse_name_type(line.substr(0, word_end))) {
      type = *named;
      line.erase(0, word_end + 1);
    }
    std::vector<NameId> group;
    for (std::size_t end = 0; end != std::string::npos; line.erase(0, end + 3)) {
      end = line.find(" = ");
      group.push_back(names.add({type, line.substr(0, end)}));
      if (end == std::string::npos) {
        break;
      }
    }
    REQUIRE(names.join(group));
  }
  const Corrections parsed = parse_corrections(corrections);
  REQUIRE(parsed.problem_count == 0);
  return EntityMap(std::move(names), parsed.lines);
}

/// All entities in order, "person Assimi Goïta: Assimi Goita, Assimi Goïta"; behind a name that is
/// not theirs in every archive the archives, "Johnson (1)", and "-" before what is hidden.
std::string to_string(const EntityMap& map) {
  std::vector<std::string> lines;
  for (NameId name = 0; name < map.names().size(); ++name) {
    const EntityId entity = map.entity(name);
    std::vector<std::string> texts;
    for (const NameId other : map.names_of(entity)) {
      CHECK(map.entity(other) == entity);
      std::string text(map.names().text(other));
      if (const auto* const archives = map.find_archives(other)) {
        std::vector<std::string> sorted = *archives;
        std::ranges::sort(sorted);
        for (const std::string& archive : sorted) {
          text += " (" + archive + ")";
        }
      }
      texts.push_back(text);
    }
    std::ranges::sort(texts);
    std::string line = std::string(map.is_hidden(entity) ? "-" : "") +
                       std::string(to_string(map.type(entity))) + " " +
                       std::string(map.shown(entity)) + ":";
    for (const std::string& text : texts) {
      line += (text == texts.front() ? " " : ", ") + text;
    }
    lines.push_back(line + "\n");
  }
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::string text;
  for (const std::string& line : lines) {
    text += line;
  }
  return text;
}

std::string join(const std::vector<EntityMap>& archives) {
  std::vector<std::string> identities;
  for (std::size_t i = 1; i <= archives.size(); ++i) {
    identities.push_back(std::to_string(i));
  }
  const JoinedEntities joined = join_entities(archives, identities);
  REQUIRE(joined.names.size() == archives.size());
  for (std::size_t i = 0; i < archives.size(); ++i) {
    REQUIRE(joined.names[i].size() == archives[i].names().size());
    for (NameId name = 0; name < archives[i].names().size(); ++name) {
      const NameId id = joined.names[i][name];
      CHECK(joined.map.names().text(id) == archives[i].names().text(name));
      CHECK(joined.map.names().type(id) == archives[i].names().type(name));
    }
  }
  return to_string(joined.map);
}

TEST_CASE("entities of two archives are one when one is shown by a name of the other") {
  struct Case {
    const char* first;
    const char* second;
    const char* joined;
  };
  const std::vector<Case> cases = {
      {"Ada Lovelace", "Ada Lovelace", "person Ada Lovelace: Ada Lovelace\n"},
      {"Ada Lovelace", "organization Ada Lovelace",
       "organization Ada Lovelace: Ada Lovelace\nperson Ada Lovelace: Ada Lovelace\n"},
      {"Ada Lovelace = Lovelace", "Ada Lovelace = A. Lovelace",
       "person Ada Lovelace: A. Lovelace, Ada Lovelace, Lovelace\n"},
      {"Goita", "Assimi Goita = Goita", "person Assimi Goita: Assimi Goita, Goita\n"},
      {"Assimi Goita = Goita", "Goita", "person Assimi Goita: Assimi Goita, Goita\n"},
      {"Sergei Lavrov = Sergey Lavrov", "Sergey Lavrov = Sergei Lavrov",
       "person Sergey Lavrov: Sergei Lavrov, Sergey Lavrov\n"},
      // A name that both have, and neither is shown by, is not enough.
      {"John Smith = Smith", "Jane Smith = Smith",
       "person Jane Smith: Jane Smith, Smith (2)\nperson John Smith: John Smith, Smith (1)\n"},
      // What an archive keeps apart stays apart.
      {"Goita\nAssimi Goita", "Assimi Goita = Goita",
       "person Assimi Goita: Assimi Goita, Goita (2)\nperson Goita: Goita (1)\n"},
      {"", "Ada Lovelace", "person Ada Lovelace: Ada Lovelace\n"},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.second);
    CHECK(join({archive_of(c.first), archive_of(c.second)}) == c.joined);
  }
}

TEST_CASE("a name that several entities have joins none of them") {
  CHECK(join({archive_of("Boris Johnson = Johnson"), archive_of("Johnson"),
              archive_of("Mike Johnson = Johnson")}) ==
        "person Boris Johnson: Boris Johnson, Johnson (1)\n"
        "person Johnson: Johnson (2)\n"
        "person Mike Johnson: Johnson (3), Mike Johnson\n");
}

TEST_CASE("entities are joined over a third one") {
  CHECK(join({archive_of("Goita"), archive_of("A. Goita = Goita"),
              archive_of("Assimi Goita = A. Goita")}) ==
        "person Assimi Goita: A. Goita, Assimi Goita, Goita\n");
}

TEST_CASE("each archive's corrections hold for its own entities before they are joined") {
  const char* const names = "Assimi Goita = Goita\norganization Twitter\nKisal";
  struct Case {
    const char* corrections;
    const char* joined;
  };
  const std::vector<Case> cases = {
      {"hide organization: Twitter",
       "organization Twitter: Twitter\nperson Assimi Goita: Assimi Goita, Goita\n"
       "person Kisal: Kisal\n"},
      {"rename organization: Twitter = X",
       "organization X: Twitter\nperson Assimi Goita: Assimi Goita, Goita\n"
       "person Kisal: Kisal\n"},
      {"rename person: Assimi Goita = Kisal",
       "organization Twitter: Twitter\nperson Assimi Goita: Assimi Goita (2), Goita (2)\n"
       "person Kisal: Assimi Goita (1), Goita (1), Kisal\n"},
      {"retype person: Kisal = location",
       "location Kisal: Kisal (1)\norganization Twitter: Twitter\n"
       "person Assimi Goita: Assimi Goita, Goita\nperson Kisal: Kisal (2)\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.corrections);
    CHECK(join({archive_of(names, c.corrections), archive_of(names)}) == c.joined);
  }
  CHECK(join({archive_of("organization Twitter", "hide organization: Twitter"),
              archive_of("organization Twitter", "hide organization: Twitter")}) ==
        "-organization Twitter: Twitter\n");
}

TEST_CASE("the order of archives changes no entity") {
  const std::vector<EntityMap> archives = {
      archive_of("Sergei Lavrov = Lavrov\nGoita\norganization Wagner Group = Wagner"),
      archive_of("Sergey Lavrov = Lavrov = Sergei Lavrov\nAssimi Goita = Goita"),
      archive_of("Lavrov\nAssimi Goita\norganization Wagner = PMC Wagner\nA. Goita = Goita"),
      archive_of("organization PMC Wagner\nAssimi Goita = A. Goita"),
  };
  std::vector<std::size_t> order = {0, 1, 2, 3};
  const auto join_in_order = [&] {
    std::vector<EntityMap> ordered;
    std::vector<std::string> identities;
    for (const std::size_t i : order) {
      ordered.push_back(archives[i]);
      identities.push_back(std::to_string(i));
    }
    return to_string(join_entities(ordered, identities).map);
  };
  const std::string first = join_in_order();
  CHECK(first.find("person Assimi Goita:") != std::string::npos);
  while (std::ranges::next_permutation(order).found) {
    CAPTURE(order[0]);
    CAPTURE(order[1]);
    CHECK(join_in_order() == first);
  }
}

}  // namespace
}  // namespace dateline

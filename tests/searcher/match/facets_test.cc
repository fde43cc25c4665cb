// Counting names and dates, without an archive.
#include "searcher/match/facets.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline {
namespace {

using std::chrono::month;
using std::chrono::year;

Date day(int y, unsigned m, unsigned d) {
  return std::chrono::sys_days(year{y} / month{m} / std::chrono::day{d});
}

EntityMap small_map() {
  NameDictionary names;
  names.add({NameType::Person, "Assimi Goïta"});   // 0
  names.add({NameType::Person, "Assimi Goita"});   // 1, the same
  names.add({NameType::Person, "Sergei Lavrov"});  // 2
  names.add({NameType::Location, "Mali"});         // 3
  names.add({NameType::Person, "Ada Diallo"});     // 4
  names.join({0, 1});
  return EntityMap(std::move(names));
}

std::string to_string(const Counted<EntityCount>& counted, const EntityMap& entities) {
  std::string text = std::to_string(counted.total) + ":";
  for (const EntityCount& value : counted.values) {
    text += " " + std::string(entities.shown(value.entity)) + "=" + std::to_string(value.count) +
            (value.selected ? "*" : "");
  }
  return text;
}

std::string to_string(const Counted<FacetValue>& counted) {
  std::string text = std::to_string(counted.total) + ":";
  for (const FacetValue& value : counted.values) {
    text += " " + value.value + "=" + std::to_string(value.count) + (value.selected ? "*" : "");
  }
  return text;
}

/// Counts an article for entities and a day.
void add(FacetCounter& counter, const std::vector<EntityId>& entities, std::optional<Date> date) {
  const DayNumber day = date ? static_cast<DayNumber>((*date - earliest_date).count()) : no_day;
  counter.add_article({.document = 1, .entities = entities, .day = day, .mentioned = {}});
}

std::string names(const FacetCounter& counter, const EntityMap& entities, NameType type,
                  const NameChoice& choice = {}) {
  return to_string(counter.count_names(type, choice), entities);
}

TEST_CASE("names mean entities, each once, however many of its names an article uses") {
  const EntityMap map = small_map();
  NamedEntities named(map);
  std::vector<EntityId> entities;
  named.append(std::vector<NameId>{0, 1, 3}, entities);
  CHECK(entities == std::vector<EntityId>{0, 3});
  entities.clear();
  named.append(std::vector<NameId>{1, 2}, entities);
  CHECK(entities == std::vector<EntityId>{0, 2});
}

TEST_CASE("every article counts for each of its entities, type by type") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {0, 3}, {});
  add(counter, {0, 2}, {});
  add(counter, {}, {});
  CHECK(counter.articles() == 3);
  CHECK(names(counter, entities, NameType::Person) == "2: Assimi Goïta=2 Sergei Lavrov=1");
  CHECK(names(counter, entities, NameType::Location) == "1: Mali=1");
  CHECK(names(counter, entities, NameType::Organization) == "0:");
}

TEST_CASE("the most frequent names are kept, equals in order of bytes, selected ones always") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {0, 2, 4}, {});
  add(counter, {2}, {});
  CHECK(names(counter, entities, NameType::Person, {.limit = 2}) ==
        "3: Sergei Lavrov=2 Ada Diallo=1");
  const std::vector<EntityId> selected = {0};
  CHECK(names(counter, entities, NameType::Person, {.selected = selected, .limit = 2}) ==
        "3: Sergei Lavrov=2 Ada Diallo=1 Assimi Goïta=1*");
  const std::vector<EntityId> absent = {3, 3};
  CHECK(names(counter, entities, NameType::Location, {.selected = absent, .limit = 0}) ==
        "1: Mali=0*");
}

TEST_CASE("what is excluded is listed behind the others and marked, at 0") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {2}, {});
  const std::vector<EntityId> excluded = {0};
  const Counted<EntityCount> counted =
      counter.count_names(NameType::Person, {.excluded = excluded, .limit = 1});
  CHECK(to_string(counted, entities) == "2: Sergei Lavrov=1 Assimi Goïta=0");
  CHECK(!counted.values.at(0).excluded);
  CHECK(counted.values.at(1).excluded);
}

TEST_CASE("sorted by name, values stand in the order of their folded names") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {0, 2, 4}, {});
  add(counter, {2}, {});
  CHECK(names(counter, entities, NameType::Person, {.sort = FacetSort::Name, .limit = 2}) ==
        "3: Ada Diallo=1 Assimi Goïta=1");
}

TEST_CASE("sorted by how typical they are, values that are frequent everywhere come last") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {0, 2, 4}, {});
  add(counter, {2, 4}, {});
  // Of 10 articles: Lavrov is in all of them, Diallo in these two, Goïta in this one and another.
  const std::vector<std::uint32_t> uses = {2, 0, 10, 0, 2};
  CHECK(names(counter, entities, NameType::Person,
              {.sort = FacetSort::Typical, .all_articles = 10, .uses = uses}) ==
        "3: Ada Diallo=2 Assimi Goïta=1 Sergei Lavrov=2");
}

TEST_CASE("a search in a facet finds words of any of its names by how they begin") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  add(counter, {0, 2, 4}, {});
  struct Case {
    const char* find;
    const char* values;
  };
  for (const Case& c : {Case{"lav", "1: Sergei Lavrov=1"}, Case{"GOIT", "1: Assimi Goïta=1"},
                        Case{"avrov", "0:"}, Case{"ada dia", "1: Ada Diallo=1"},
                        Case{"", "3: Ada Diallo=1 Assimi Goïta=1 Sergei Lavrov=1"}}) {
    CAPTURE(c.find);
    CHECK(names(counter, entities, NameType::Person, {.find = c.find}) == c.values);
  }
}

TEST_CASE("dates are shown in the finest unit that gives at most thirty values") {
  const EntityMap entities;
  FacetCounter days(entities);
  for (unsigned d = 1; d <= 28; ++d) {
    add(days, {}, day(2023, 2, d));
  }
  CHECK(days.count_dates({}, 2).total == 28);
  CHECK(to_string(days.count_dates({}, 2)) == "28: 2023-02-27=1 2023-02-28=1");
  FacetCounter months(entities);
  for (unsigned i = 0; i < 60; ++i) {
    add(months, {}, day(2022, 1, 1) + std::chrono::days{i});
  }
  add(months, {}, {});
  CHECK(to_string(months.count_dates({}, 10)) == "3: 2022-01=31 2022-02=28 2022-03=1");
  FacetCounter years(entities);
  for (int y = 1900; y < 2000; ++y) {
    add(years, {}, day(y, 1, 1));
  }
  CHECK(years.count_dates({}, 200).values.size() == 100);
}

TEST_CASE("selected ranges mark the dates within them, or are values of their own") {
  const EntityMap entities;
  FacetCounter counter(entities);
  add(counter, {}, day(2023, 2, 6));
  add(counter, {}, day(2023, 2, 6));
  add(counter, {}, day(2023, 3, 1));
  const std::vector<SelectedDates> month = {{"2023-02", {day(2023, 2, 1), day(2023, 2, 28)}}};
  CHECK(to_string(counter.count_dates(month, 10)) == "2: 2023-02-06=2* 2023-03-01=1");
  CHECK(to_string(counter.count_dates(month, 0)) == "2: 2023-02-06=2*");
  const std::vector<SelectedDates> nothing = {{"2020", {day(2020, 1, 1), day(2020, 12, 31)}}};
  CHECK(to_string(counter.count_dates(nothing, 10)) == "3: 2023-02-06=2 2023-03-01=1 2020=0*");
}

}  // namespace
}  // namespace dateline

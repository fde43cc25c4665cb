// Counting names and dates, without an archive.
#include "searcher/match/facets.h"

#include <doctest/doctest.h>

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

TEST_CASE("an article counts once for an entity, however many of its names it uses") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  counter.add_article(std::vector<NameId>{0, 1, 3}, {});
  counter.add_article(std::vector<NameId>{1, 2}, {});
  counter.add_article(std::vector<NameId>{}, {});
  CHECK(counter.articles() == 3);
  CHECK(to_string(counter.count_names(NameType::Person, {}, 10), entities) ==
        "2: Assimi Goïta=2 Sergei Lavrov=1");
  CHECK(to_string(counter.count_names(NameType::Location, {}, 10), entities) == "1: Mali=1");
  CHECK(to_string(counter.count_names(NameType::Organization, {}, 10), entities) == "0:");
}

TEST_CASE("the most frequent names are kept, equals in order of bytes, selected ones always") {
  const EntityMap entities = small_map();
  FacetCounter counter(entities);
  counter.add_article(std::vector<NameId>{0, 2, 4}, {});
  counter.add_article(std::vector<NameId>{2}, {});
  const std::vector<NameId> selected = {0};
  CHECK(to_string(counter.count_names(NameType::Person, {}, 2), entities) ==
        "3: Sergei Lavrov=2 Ada Diallo=1");
  CHECK(to_string(counter.count_names(NameType::Person, selected, 2), entities) ==
        "3: Sergei Lavrov=2 Ada Diallo=1 Assimi Goïta=1*");
  const std::vector<NameId> absent = {3};
  CHECK(to_string(FacetCounter(entities).count_names(NameType::Location, absent, 0), entities) ==
        "1: Mali=0*");
}

TEST_CASE("dates are shown in the finest unit that gives at most thirty values") {
  const EntityMap entities;
  FacetCounter days(entities);
  for (unsigned d = 1; d <= 28; ++d) {
    days.add_article({}, day(2023, 2, d));
  }
  CHECK(days.count_dates({}, 2).total == 28);
  CHECK(to_string(days.count_dates({}, 2)) == "28: 2023-02-27=1 2023-02-28=1");
  FacetCounter months(entities);
  for (unsigned i = 0; i < 60; ++i) {
    months.add_article({}, day(2022, 1, 1) + std::chrono::days{i});
  }
  months.add_article({}, {});
  CHECK(to_string(months.count_dates({}, 10)) == "3: 2022-01=31 2022-02=28 2022-03=1");
  FacetCounter years(entities);
  for (int y = 1900; y < 2000; ++y) {
    years.add_article({}, day(y, 1, 1));
  }
  CHECK(years.count_dates({}, 200).values.size() == 100);
}

TEST_CASE("selected ranges mark the dates within them, or are values of their own") {
  const EntityMap entities;
  FacetCounter counter(entities);
  counter.add_article({}, day(2023, 2, 6));
  counter.add_article({}, day(2023, 2, 6));
  counter.add_article({}, day(2023, 3, 1));
  const std::vector<SelectedDates> month = {{"2023-02", {day(2023, 2, 1), day(2023, 2, 28)}}};
  CHECK(to_string(counter.count_dates(month, 10)) == "2: 2023-02-06=2* 2023-03-01=1");
  CHECK(to_string(counter.count_dates(month, 0)) == "2: 2023-02-06=2*");
  const std::vector<SelectedDates> nothing = {{"2020", {day(2020, 1, 1), day(2020, 12, 31)}}};
  CHECK(to_string(counter.count_dates(nothing, 10)) == "3: 2023-02-06=2 2023-03-01=1 2020=0*");
}

}  // namespace
}  // namespace dateline

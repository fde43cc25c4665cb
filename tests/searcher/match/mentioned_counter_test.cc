// The facet of the dates that articles name.
#include "searcher/match/mentioned_counter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

namespace {

using Articles = std::vector<std::vector<Period>>;

void add(MentionedCounter& counter, const std::vector<Period>& periods) {
  std::vector<std::uint32_t> cells;
  append_cells(periods, cells);
  counter.add_article(cells);
}

std::string facet_of(const Articles& articles, const std::vector<SelectedDates>& selected = {},
                     std::size_t limit = 100) {
  MentionedCounter counter(selected);
  for (const std::vector<Period>& periods : articles) {
    add(counter, periods);
  }
  std::string text;
  for (const FacetValue& value : counter.count(limit).values) {
    text += (text.empty() ? "" : " ") + value.value + "=" + std::to_string(value.count) +
            (value.selected ? "*" : "");
  }
  return text;
}

SelectedDates selected(const std::string& text) {
  return {text, *parse_date_range(text, Date{})};
}

/// So many days of a year, each named by an article of its own.
Articles many_days(unsigned months, unsigned days) {
  Articles articles;
  for (unsigned month = 1; month <= months; ++month) {
    for (unsigned day = 1; day <= days; ++day) {
      articles.push_back({{2023, month, day}});
    }
  }
  return articles;
}

}  // namespace

TEST_CASE("days are shown where there are few, and an article counts once for each") {
  CHECK(facet_of({{{2023, 1, 27}, {2023, 1, 28}}, {{2023, 1, 27}}}) == "2023-01-27=2 2023-01-28=1");
  CHECK(facet_of({}).empty());
}

TEST_CASE("of too many days the months are shown, then the years, each article once") {
  Articles articles = many_days(3, 20);
  articles.push_back({{2023, 2, 0}, {2023, 2, 1}, {2023, 2, 2}});
  CHECK(facet_of(articles) == "2023-01=20 2023-02=21 2023-03=20");
  Articles years;
  for (int year = 1950; year < 1990; ++year) {
    years.push_back({{year, 0, 0}, {year, 1, 0}, {year, 1, 1}, {year, 2, 1}});
  }
  MentionedCounter counter({});
  for (const auto& article : years) {
    add(counter, article);
  }
  CHECK(counter.count(5).total == 40);
  CHECK(facet_of(years, {}, 2) == "1988=1 1989=1");
}

TEST_CASE("a month or a year that is named counts for no day") {
  CHECK(facet_of({{{2023, 1, 0}}, {{2023, 1, 5}}}) == "2023-01-05=1");
  CHECK(facet_of({{{2023, 1, 0}}, {{2022, 0, 0}}}) == "2023-01=1");
  CHECK(facet_of({{{2022, 0, 0}}, {{2022, 0, 0}}}) == "2022=2");
}

TEST_CASE("a selected value is marked, and a range that is no value is listed with its articles") {
  const Articles articles = {{{2023, 1, 5}, {2023, 1, 6}}, {{2023, 1, 6}}, {{2023, 2, 0}}};
  CHECK(facet_of(articles, {selected("2023-01-06")}) == "2023-01-05=1 2023-01-06=2*");
  CHECK(facet_of(articles, {selected("2023-01-05..2023-01-06")}) == "2023-01-05=1* 2023-01-06=2*");
  CHECK(facet_of(articles, {selected("2023-02")}) == "2023-01-05=1 2023-01-06=2 2023-02=1*");
  CHECK(facet_of(articles, {selected("1999")}) == "2023-01-05=1 2023-01-06=2 1999=0*");
}

}  // namespace dateline

// Days, months and years.
#include "common/period.h"

#include <doctest/doctest.h>

#include <vector>

#include "common/field.h"

namespace dateline {

TEST_CASE("a period has its days, its unit and its name") {
  struct Case {
    Period period;
    std::string text;
    std::string first;
    std::string last;
    DateUnit unit;
  };
  const std::vector<Case> cases = {
      {{2023, 0, 0}, "2023", "2023-01-01", "2023-12-31", DateUnit::Year},
      {{2023, 2, 0}, "2023-02", "2023-02-01", "2023-02-28", DateUnit::Month},
      {{2024, 2, 29}, "2024-02-29", "2024-02-29", "2024-02-29", DateUnit::Day},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(is_period(c.period));
    CHECK(to_string(c.period) == c.text);
    CHECK(to_string(days_of(c.period).first) == c.first);
    CHECK(to_string(days_of(c.period).last) == c.last);
    CHECK(unit_of(c.period) == c.unit);
  }
  CHECK(day_period(*parse_date("2024-02-29")) == Period{2024, 2, 29});
}

TEST_CASE("what no calendar has is no period") {
  for (const Period& period : std::vector<Period>{
           {2023, 2, 29}, {2023, 13, 0}, {2023, 0, 5}, {2023, 4, 31}, {999, 1, 1}, {3000, 0, 0}}) {
    CHECK(!is_period(period));
  }
}

TEST_CASE("a year comes before its months, and a month before its days") {
  const std::vector<Period> ordered = {{2022, 12, 31}, {2023, 0, 0}, {2023, 1, 0}, {2023, 1, 1},
                                       {2023, 1, 31},  {2023, 2, 0}, {2024, 0, 0}};
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    CHECK(ordered[i - 1] < ordered[i]);
  }
}

TEST_CASE("a period's term is its digits") {
  CHECK(mentioned_term({2023, 1, 27}) == "XM20230127");
  CHECK(mentioned_term({2023, 1, 0}) == "XM202301");
  CHECK(mentioned_term({2023, 0, 0}) == "XM2023");
  CHECK(mentioned_decade_term(2023) == "XM202");
}

}  // namespace dateline

// Tests of days as text.
#include "common/date.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

struct Case {
  const char* text;
  const char* date;  // ISO, or "" when the text is no date
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto date = parse_date(c.text);
    CHECK((date ? to_string(*date) : "") == c.date);
  }
}

TEST_CASE("a day in ISO form is read, with or without a time") {
  check_all({
      {"2023-02-06", "2023-02-06"},
      {"2023-2-6", "2023-02-06"},
      {"2023/02/06", "2023-02-06"},
      {"20230206", "2023-02-06"},
      {"  2023-02-06\n", "2023-02-06"},
      {"2023-02-06T23:10:00+01:00", "2023-02-06"},
      {"2023-02-06T23:10:00.123456Z", "2023-02-06"},
      {"2023-02-06T23:10-0500", "2023-02-06"},
      {"2023-02-06T23:10:00+01", "2023-02-06"},
      {"20230206T231000Z", "2023-02-06"},
      {"2023-02-06 23:10:00", "2023-02-06"},
      {"2023-02-06 23:10:00 UTC", "2023-02-06"},
  });
}

TEST_CASE("a day with the English name of its month is read") {
  check_all({
      {"6 February 2023", "2023-02-06"},
      {"6th February, 2023", "2023-02-06"},
      {"06 Feb. 2023", "2023-02-06"},
      {"1 sept 2023", "2023-09-01"},
      {"Feb. 6, 2023", "2023-02-06"},
      {"February 6th, 2023", "2023-02-06"},
      {"February 6 2023", "2023-02-06"},
      {"February 7 , 2023", "2023-02-07"},
      {"MAY 1, 2023", "2023-05-01"},
      {"Monday, February 6, 2023", "2023-02-06"},
      {"Mon Feb 6, 2023", "2023-02-06"},
      {"Feb. 6, 2023 at 6:30 p.m. EST", "2023-02-06"},
      {"February 6, 2023, 6:30 PM", "2023-02-06"},
      {"Mon, 06 Feb 2023 10:00:00 GMT", "2023-02-06"},
      {"Mon, 6 Feb 2023 10:00:00 +0100", "2023-02-06"},
      {"Mon, 6 Feb 2023 10:00:00 (UTC)", "2023-02-06"},
      {"26-FEB-1987 15:01:01.79", "1987-02-26"},
  });
}

TEST_CASE("a day in numbers alone is read only when it can mean no other day") {
  check_all({
      {"26/02/2023", "2023-02-26"},
      {"02/26/2023", "2023-02-26"},
      {"26.02.2023", "2023-02-26"},
      {"26-02-2023", "2023-02-26"},
      {"02/02/2023", "2023-02-02"},
      {"06/02/2023", ""},
      {"6.2.2023", "2023-02-06"},
      {"26/02/23", ""},
      {"26/02-2023", ""},
  });
}

TEST_CASE("days that the calendar does not have are refused") {
  check_all({
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", ""},
      {"29 February 2000", "2000-02-29"},
      {"29 February 1900", ""},
      {"2023-04-31", ""},
      {"2023-13-01", ""},
      {"2023-00-10", ""},
      {"2023-01-00", ""},
      {"13/13/2023", ""},
  });
}

TEST_CASE("dates reach from the year 1 to the year 9999") {
  check_all({
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"0000-12-31", ""},
      {"10000-01-01", ""},
  });
  CHECK(to_string(earliest_date) == "0001-01-01");
  CHECK(to_string(latest_date) == "9999-12-31");
}

TEST_CASE("what is no whole date is refused") {
  check_all({
      {"", ""},
      {"   ", ""},
      {"2023", ""},
      {"2023-02", ""},
      {"February 2023", ""},
      {"6 February", ""},
      {"6 Feb 23", ""},
      {"Fe 6, 2023", ""},
      {"Febru 6, 2023x", ""},
      {"Marching 6, 2023", ""},
      {"Mayor 6, 2023", ""},
      {"6 February 2023 in Bamako", ""},
      {"on 6 February 2023", ""},
      {"2023-02-06x", ""},
      {"2023-02-06T", ""},
      {"2023-02-06T25:00:00", ""},
      {"2023-02-06T10:60", ""},
      {"2023-02/06", ""},
      {"-2023-02-06", ""},
      {"1675641600", ""},
      {"6 février 2023", ""},
  });
}

TEST_CASE("a day is found at the beginning of a longer text with its length") {
  struct LeadingCase {
    const char* text;
    std::size_t bytes;  // 0 when there is none
  };
  for (const LeadingCase& c : std::initializer_list<LeadingCase>{
           {"Feb. 6, 2023 (Agency) - Rain fell", 12},
           {"6 February 2023 | News", 15},
           {"2023-02-06 10:30 GMT, by a reporter", 20},
           {"2023-02-06 was a Monday", 10},
           {"20230206-floods", 8},
           {"6 February 2023rd", 0},
           {"on 6 February 2023", 0},
       }) {
    CAPTURE(c.text);
    const auto leading = parse_leading_date(c.text);
    CHECK((leading ? leading->bytes : 0) == c.bytes);
  }
}

TEST_CASE("a day is written to the unit asked for") {
  const Date date{std::chrono::year{800} / 3 / 5};
  CHECK(to_string(date) == "0800-03-05");
  CHECK(to_string(date, DateUnit::Day) == "0800-03-05");
  CHECK(to_string(date, DateUnit::Month) == "0800-03");
  CHECK(to_string(date, DateUnit::Year) == "0800");
}

TEST_CASE("every day is read back as it was written") {
  for (Date date{std::chrono::year{1999} / 12 / 1}; date < Date{std::chrono::year{2005} / 1 / 1};
       date += std::chrono::days{1}) {
    CAPTURE(to_string(date));
    CHECK(parse_date(to_string(date)) == date);
  }
}

}  // namespace
}  // namespace dateline

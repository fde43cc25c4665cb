// Tests of ranges of days as people type them.
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "common/date.h"

namespace dateline {
namespace {

constexpr Date test_day{std::chrono::year{2024} / 3 / 31};

struct Case {
  const char* text;
  const char* range;  // "first last", or "" when the text is no range
};

void check_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto range = parse_date_range(c.text, test_day);
    CHECK((range ? to_string(range->first) + " " + to_string(range->last) : "") == c.range);
  }
}

TEST_CASE("a year, a month or a day is the range of its days") {
  check_all({
      {"2024", "2024-01-01 2024-12-31"},
      {"0001", "0001-01-01 0001-12-31"},
      {"9999", "9999-01-01 9999-12-31"},
      {"2024-03", "2024-03-01 2024-03-31"},
      {"2024-02", "2024-02-01 2024-02-29"},
      {"2023/2", "2023-02-01 2023-02-28"},
      {"2024-03-05", "2024-03-05 2024-03-05"},
      {"5 March 2024", "2024-03-05 2024-03-05"},
      {" 2024 ", "2024-01-01 2024-12-31"},
      {"today", "2024-03-31 2024-03-31"},
      {"Yesterday", "2024-03-30 2024-03-30"},
  });
}

TEST_CASE("two dots join two ends, the lower rounded down and the upper up") {
  check_all({
      {"2016..2016", "2016-01-01 2016-12-31"},
      {"2023-01..2023-02", "2023-01-01 2023-02-28"},
      {"2023..2024-02", "2023-01-01 2024-02-29"},
      {"2023-02-06..2024", "2023-02-06 2024-12-31"},
      {"2023 .. 2024", "2023-01-01 2024-12-31"},
      {"..2023-02", "0001-01-01 2023-02-28"},
      {"2023-02..", "2023-02-01 9999-12-31"},
      {"yesterday..today", "2024-03-30 2024-03-31"},
      {"2024-03..2024-03-05", "2024-03-01 2024-03-05"},
  });
}

TEST_CASE("ages are counted back from today") {
  check_all({
      {"10d..", "2024-03-21 9999-12-31"},
      {"2w..1d", "2024-03-17 2024-03-30"},
      {"1m..", "2024-02-29 9999-12-31"},
      {"13M..", "2023-02-28 9999-12-31"},
      {"3m..", "2023-12-31 9999-12-31"},
      {"1y..today", "2023-03-31 2024-03-31"},
      {"..1y", "0001-01-01 2023-03-31"},
      {"1m", "2024-02-29 2024-02-29"},
      {"0d", "2024-03-31 2024-03-31"},
      {"999999999y..", "0001-01-01 9999-12-31"},
      {"999999999d..", "0001-01-01 9999-12-31"},
  });
}

TEST_CASE("a leap day a year ago is the last of February") {
  const auto range = parse_date_range("1y", Date{std::chrono::year{2024} / 2 / 29});
  REQUIRE(range);
  CHECK(to_string(range->first) == "2023-02-28");
}

TEST_CASE("an ISO period counts from the beginning of its start") {
  check_all({
      {"2001/P1Y", "2001-01-01 2001-12-31"},
      {"2001-05/p3m", "2001-05-01 2001-07-31"},
      {"2001-05-10/P2W", "2001-05-10 2001-05-23"},
      {"2001-05-10/P10D", "2001-05-10 2001-05-19"},
      {"2001/P1Y6M", "2001-01-01 2002-06-30"},
      {"2001/05/10/P1D", "2001-05-10 2001-05-10"},
      {"9999/P5Y", "9999-01-01 9999-12-31"},
      {"9999-12-30/P1D", "9999-12-30 9999-12-30"},
      {"9999-12-31/P1D", "9999-12-31 9999-12-31"},
      {"2001/P0D", ""},
      {"2001/P", ""},
      {"2001/P1", ""},
      {"2001/P1H", ""},
      {"2001/PY", ""},
      {"/P1Y", ""},
  });
}

TEST_CASE("a Lucene range is read with its brackets") {
  check_all({
      {"[2020-01-01 TO 2021]", "2020-01-01 2021-12-31"},
      {"[2020 to 2021-02]", "2020-01-01 2021-02-28"},
      {"[* TO 2021]", "0001-01-01 2021-12-31"},
      {"[2020 TO *]", "2020-01-01 9999-12-31"},
      {"[* TO *]", ""},
      {"[2020 TO]", ""},
      {"[2020]", ""},
      {"[]", ""},
      {"[2020 TO 2021", ""},
      {"[2021 TO 2020]", ""},
  });
}

TEST_CASE("what is no range, or ends before it begins, is refused") {
  check_all({
      {"", ""},
      {"..", ""},
      {"2024..2023", ""},
      {"1d..2w", ""},
      {"2024...2025", ""},
      {"0000", ""},
      {"2024-13", ""},
      {"2024-00", ""},
      {"2024-", ""},
      {"2023-02-29", ""},
      {"24", ""},
      {"m", ""},
      {"3x..", ""},
      {"-3m..", ""},
      {"3 m..", ""},
      {"tomorrow", ""},
      {"06/02/2023", ""},
      {"99999999999999999999d..", ""},
  });
}

}  // namespace
}  // namespace dateline

// Periods and the days they hold.
#include "common/period.h"

namespace dateline {

namespace {

using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

}  // namespace

bool is_period(const Period& period) {
  if (period.year < first_named_year || period.year > last_named_year || period.month > 12) {
    return false;
  }
  if (period.day == 0 || period.month == 0) {
    return period.day == 0;
  }
  return year_month_day{year{period.year}, month{period.month}, std::chrono::day{period.day}}.ok();
}

Period day_period(Date day) {
  const year_month_day ymd{day};
  return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
          static_cast<unsigned>(ymd.day())};
}

DateUnit unit_of(const Period& period) {
  return period.month == 0 ? DateUnit::Year : period.day == 0 ? DateUnit::Month : DateUnit::Day;
}

DateRange days_of(const Period& period) {
  const year y{period.year};
  switch (unit_of(period)) {
    case DateUnit::Year: return {Date{y / 1 / 1}, Date{y / 12 / 31}};
    case DateUnit::Month:
      return {Date{y / month{period.month} / 1}, Date{y / month{period.month} / last}};
    case DateUnit::Day: break;
  }
  const Date day{year_month_day{y, month{period.month}, std::chrono::day{period.day}}};
  return {day, day};
}

std::string to_string(const Period& period) {
  return to_string(days_of(period).first, unit_of(period));
}

}  // namespace dateline

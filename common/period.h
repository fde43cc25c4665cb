// Days, months and years as a text names them: some dates are known no finer.
#pragma once

#include <string>

#include "common/date.h"

namespace dateline {

/// A year, a month of it, or a day of that. Ordered by time, a year before its months and a month
/// before its days.
struct Period {
  int year = 1;
  unsigned month = 0;  ///< 0: the whole year
  unsigned day = 0;    ///< 0: the whole month

  friend bool operator==(const Period&, const Period&) = default;
  friend auto operator<=>(const Period&, const Period&) = default;
};

/// The years that a text is believed to name; other numbers of four digits are amounts.
inline constexpr int first_named_year = 1000;
inline constexpr int last_named_year = 2999;

/// Whether the calendar has it, and its year can be named.
bool is_period(const Period& period);

Period day_period(Date day);
DateUnit unit_of(const Period& period);

/// The first and the last of its days.
DateRange days_of(const Period& period);

/// "2023", "2023-01" or "2023-01-27".
std::string to_string(const Period& period);

}  // namespace dateline

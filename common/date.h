// Days and ranges of days, and the forms in which people and articles write them.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
using Date = std::chrono::sys_days;

/// The days from `first` to `last`, both included.
struct DateRange {
  Date first;
  Date last;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

inline constexpr Date earliest_date{std::chrono::year{1} / 1 / 1};
inline constexpr Date latest_date{std::chrono::year{9999} / 12 / 31};

/// How finely a date facet tells days apart.
enum class DateUnit { Year, Month, Day };

/// "2023-02-06".
std::string to_string(Date date);

/// The first characters of the ISO date that name its unit: "2023", "2023-02" or "2023-02-06".
std::string to_string(Date date, DateUnit unit);

/// Reads a day as metadata and articles write it: "2023-02-06", "2023/02/06", "20230206", an ISO
/// timestamp ("2023-02-06T23:10:00+01:00": the day as written, no time zone is applied), RFC 2822
/// ("Mon, 06 Feb 2023 10:00:00 GMT"), "6 February 2023", "Feb. 6, 2023", "February 6th, 2023",
/// "26-FEB-1987 15:01:01.79". Empty when the text is anything else, an impossible day, or
/// ambiguous ("06/02/2023"; between dots the day comes first: "06.02.2023").
std::optional<Date> parse_date(std::string_view text);

/// A day that a longer text begins with.
struct LeadingDate {
  Date date;
  std::size_t bytes = 0;      ///< length of the day, its weekday and its time of day in the text
  std::size_t day_bytes = 0;  ///< the same without the time of day
};

/// As `parse_date`, but more may follow the day, after something that is no letter or digit.
std::optional<LeadingDate> parse_leading_date(std::string_view text);

/// The number of a month by its English name or the beginning of it that people write ("Jan",
/// "Sept"), whatever its case and without a dot.
std::optional<unsigned> parse_month_name(std::string_view word);

/// Whether a word is an English weekday, or the beginning of one that people write.
bool is_weekday_name(std::string_view word);

/// Reads a range as users of mu, notmuch, Lucene and Recoll type it: a day, month or year
/// ("2024", "2024-03", "2024-03-05", or any form of `parse_date`), "A..B", "..B", "A..", ages
/// counted back from `today` ("3m..", "2w..1d", units d w m y; "3m" alone is the one day three
/// months ago, and a day that month does not have is its last), "today", "yesterday", "2001/P1Y",
/// "[2020-01-01 TO 2021]" with "*" for an open end. The lower bound is rounded down, the upper up;
/// what lies outside the years 1 to 9999 is cut off. Empty when it is none of these or ends before
/// it begins.
std::optional<DateRange> parse_date_range(std::string_view text, Date today);

/// The day it is now, in local time.
Date today();

}  // namespace dateline

// Ranges of days as people type them into a query.
#include <algorithm>
#include <charconv>
#include <utility>

#include "common/ascii.h"
#include "common/date.h"

namespace dateline {

namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::optional<int> parse_number(std::string_view digits) {
  int value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || digits.front() == '-' || error != std::errc() || stop != end) {
    return std::nullopt;
  }
  return value;
}

/// Where a period ends that runs to the end of the calendar.
constexpr Date past_latest_date = latest_date + days{1};

Date clamp(Date date) {
  return std::clamp(date, earliest_date, past_latest_date);
}

/// The same day of another month, or the last day when that month is too short.
Date add_months(Date date, std::int64_t count) {
  const year_month_day ymd{date};
  const std::int64_t index = std::int64_t{static_cast<int>(ymd.year())} * 12 +
                             static_cast<unsigned>(ymd.month()) - 1 + count;
  if (index < 12) {
    return earliest_date;
  }
  if (index >= std::int64_t{10000} * 12) {
    return past_latest_date;
  }
  const year_month moved{year{static_cast<int>(index / 12)},
                         month{static_cast<unsigned>(index % 12 + 1)}};
  return Date{moved / std::min(ymd.day(), (moved / last).day())};
}

/// `count` of the unit d, w, m or y away; empty for another unit.
std::optional<Date> add(Date date, std::int64_t count, char unit) {
  switch (unit) {
    case 'd': return clamp(date + days{count});
    case 'w': return clamp(date + days{count * 7});
    case 'm': return add_months(date, count);
    case 'y': return add_months(date, count * 12);
    default: return std::nullopt;
  }
}

/// "2024" and "2024-03".
std::optional<DateRange> parse_year_or_month(std::string_view text) {
  const auto y = parse_number(text.substr(0, 4));
  if (text.size() < 4 || !y || *y < 1) {
    return std::nullopt;
  }
  if (text.size() == 4) {
    return DateRange{Date{year{*y} / 1 / 1}, Date{year{*y} / 12 / 31}};
  }
  const auto m = parse_number(text.substr(5));
  if ((text[4] != '-' && text[4] != '/') || text.size() > 7 || !m) {
    return std::nullopt;
  }
  const year_month ym{year{*y}, month{static_cast<unsigned>(*m)}};
  if (*m > 12 || !ym.ok()) {
    return std::nullopt;
  }
  return DateRange{Date{ym / 1}, Date{ym / last}};
}

/// What can stand on either side of "..": all the days that it names.
std::optional<DateRange> parse_end(std::string_view text, Date today) {
  if (equal_ignoring_case(text, "today")) {
    return DateRange{today, today};
  }
  if (equal_ignoring_case(text, "yesterday")) {
    return DateRange{today - days{1}, today - days{1}};
  }
  if (const auto range = parse_year_or_month(text)) {
    return range;
  }
  if (const auto date = parse_date(text)) {
    return DateRange{*date, *date};
  }
  if (text.size() < 2) {
    return std::nullopt;
  }
  const auto age = parse_number(text.substr(0, text.size() - 1));
  const auto date = age ? add(today, -std::int64_t{*age}, to_lower(text.back())) : std::nullopt;
  return date ? std::optional(DateRange{*date, *date}) : std::nullopt;
}

/// From the beginning of `first` to the end of `last`; an empty side is open.
std::optional<DateRange> join(std::string_view first, std::string_view last_text, Date today) {
  if (first.empty() && last_text.empty()) {
    return std::nullopt;
  }
  const auto from =
      first.empty() ? DateRange{earliest_date, earliest_date} : parse_end(first, today);
  const auto to =
      last_text.empty() ? DateRange{latest_date, latest_date} : parse_end(last_text, today);
  if (!from || !to || to->last < from->first) {
    return std::nullopt;
  }
  return DateRange{from->first, to->last};
}

/// "2001/P1Y", "2023-02-06/P1M2W": the days of an ISO 8601 period from the beginning of a range.
std::optional<DateRange> parse_period(std::string_view start, std::string_view period, Date today) {
  const auto from = parse_end(start, today);
  if (!from || period.empty()) {
    return std::nullopt;
  }
  Date end = from->first;
  while (!period.empty()) {
    const std::size_t unit = period.find_first_not_of("0123456789");
    const auto count = parse_number(period.substr(0, unit));
    const auto moved = count ? add(end, *count, to_lower(period[std::min(unit, period.size() - 1)]))
                             : std::nullopt;
    if (!moved) {
      return std::nullopt;
    }
    end = *moved;
    period.remove_prefix(unit + 1);
  }
  const Date last_day = end - days{1};
  if (last_day < from->first) {
    return std::nullopt;
  }
  return DateRange{from->first, last_day};
}

/// "[A TO B]" of Lucene, without its brackets.
std::optional<DateRange> parse_lucene(std::string_view text, Date today) {
  for (std::size_t at = 1; at + 3 < text.size(); ++at) {
    if (text[at - 1] == ' ' && text[at + 2] == ' ' &&
        equal_ignoring_case(text.substr(at, 2), "to")) {
      const std::string_view first = trim(text.substr(0, at));
      const std::string_view second = trim(text.substr(at + 2));
      return join(first == "*" ? "" : first, second == "*" ? "" : second, today);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text, Date today) {
  text = trim(text);
  if (text.size() > 1 && text.front() == '[' && text.back() == ']') {
    return parse_lucene(text.substr(1, text.size() - 2), today);
  }
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    return join(trim(text.substr(0, dots)), trim(text.substr(dots + 2)), today);
  }
  if (const std::size_t slash = text.find_last_of('/'); slash != std::string_view::npos &&
                                                        slash + 1 < text.size() &&
                                                        to_lower(text[slash + 1]) == 'p') {
    return parse_period(trim(text.substr(0, slash)), text.substr(slash + 2), today);
  }
  return parse_end(text, today);
}

}  // namespace dateline

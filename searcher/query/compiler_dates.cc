// Months by their terms, other ranges by the day in the value slot; named dates by the terms of
// periods.
#include "searcher/query/compiler_dates.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "common/archive/slot_codec.h"
#include "common/period.h"
#include "searcher/query/compiler_parts.h"

namespace dateline {

namespace {

/// More months than this are found faster by the day in the value slot.
constexpr std::size_t max_month_terms = 24;

/// The months of a range that begins with a month, ends with one, and has but a few, each by its
/// first day; else none.
std::vector<Date> whole_months(const DateRange& range) {
  const std::chrono::year_month_day first{range.first};
  const std::chrono::year_month_day past{range.last + std::chrono::days{1}};
  if (first.day() != std::chrono::day{1} || past.day() != std::chrono::day{1}) {
    return {};
  }
  const std::chrono::year_month end = past.year() / past.month();
  std::vector<Date> months;
  for (auto month = first.year() / first.month(); month < end; month += std::chrono::months{1}) {
    if (months.size() == max_month_terms) {
      return {};
    }
    months.push_back(month / std::chrono::day{1});
  }
  return months;
}

Xapian::Query compile_range(const DateRange& range) {
  if (range.last < range.first) {
    return match_nothing();
  }
  const std::vector<Date> months = whole_months(range);
  if (months.empty()) {
    return {Xapian::Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(Slot::Date),
            pack_date(range.first), pack_date(range.last)};
  }
  Queries terms;
  for (const Date month : months) {
    terms.emplace_back(month_term(month));
  }
  return join(Xapian::Query::OP_OR, terms);
}

/// The terms of the largest periods that together are a range. Whatever period lies within the
/// range lies within one of them, and an article has the terms of all periods that hold one of its
/// own: so these few decide exactly.
void append_mentioned_terms(DateRange range, Queries& terms) {
  range.first = std::max(range.first, days_of({.year = first_named_year}).first);
  range.last = std::min(range.last, days_of({.year = last_named_year}).last);
  while (range.first <= range.last) {
    Period period = day_period(range.first);
    Date last = range.first;
    const auto widen = [&](const Period& wider, Date end) {
      const bool fits = days_of(wider).first == range.first && end <= range.last;
      if (fits) {
        period = wider;
        last = end;
      }
      return fits;
    };
    const Period month{.year = period.year, .month = period.month};
    const Period year{.year = period.year};
    const bool is_year = widen(month, days_of(month).last) && widen(year, days_of(year).last);
    const bool is_decade =
        is_year && year.year % 10 == 0 && widen(year, days_of({.year = year.year + 9}).last);
    terms.emplace_back(is_decade ? mentioned_decade_term(period.year) : mentioned_term(period));
    range.first = last + std::chrono::days{1};
  }
}

}  // namespace

Xapian::Query compile_dates(std::span<const DateRange> ranges) {
  Queries queries;
  for (const DateRange& range : ranges) {
    queries.push_back(compile_range(range));
  }
  return queries.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, queries));
}

Xapian::Query compile_mentioned(std::span<const DateRange> ranges) {
  Queries terms;
  for (const DateRange& range : ranges) {
    append_mentioned_terms(range, terms);
  }
  return terms.empty() ? match_nothing() : without_weight(join(Xapian::Query::OP_OR, terms));
}

Xapian::Query compile_ranges(const Field& field, std::span<const DateRange> ranges) {
  return field.prefix.empty() ? compile_dates(ranges) : compile_mentioned(ranges);
}

}  // namespace dateline

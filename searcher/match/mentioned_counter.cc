// Counting in arrays, a small one for each year that is named at all.
#include "searcher/match/mentioned_counter.h"

#include <algorithm>

namespace dateline {

namespace {

Period at_unit(const Period& period, DateUnit unit) {
  switch (unit) {
    case DateUnit::Year: return {.year = period.year};
    case DateUnit::Month: return {.year = period.year, .month = period.month};
    case DateUnit::Day: break;
  }
  return period;
}

constexpr std::uint32_t days_of_month = 32;
constexpr std::uint32_t months_of_year = 13;

std::uint32_t to_cell(const Period& period) {
  const auto year = static_cast<std::uint32_t>(period.year - first_named_year);
  return (year * months_of_year + period.month) * days_of_month + period.day;
}

Period to_period(std::uint32_t cell) {
  const std::uint32_t month = cell / days_of_month;
  return {.year = first_named_year + static_cast<int>(month / months_of_year),
          .month = month % months_of_year,
          .day = cell % days_of_month};
}

bool is_within(const Period& period, const DateRange& range) {
  const DateRange days = days_of(period);
  return range.first <= days.first && days.last <= range.last;
}

}  // namespace

MentionedCounter::MentionedCounter(std::span<const SelectedDates> selected)
    : selected_(selected.begin(), selected.end()),
      selected_counts_(selected.size()),
      years_(last_named_year - first_named_year + 1) {}

void append_cells(std::span<const Period> periods, std::vector<std::uint32_t>& cells) {
  // In order of time, so what was counted last is all that can come again.
  Period last;
  for (const Period& period : periods) {
    for (const DateUnit unit : {DateUnit::Year, DateUnit::Month, DateUnit::Day}) {
      const Period coarse = at_unit(period, unit);
      if (unit <= unit_of(period) && (coarse != at_unit(last, unit) || unit == unit_of(period))) {
        cells.push_back(to_cell(coarse));
      }
    }
    last = period;
  }
}

void MentionedCounter::add_article(std::span<const std::uint32_t> cells) {
  for (const std::uint32_t cell : cells) {
    std::unique_ptr<YearCounts>& year = years_[cell / cells_of_year];
    if (!year) {
      year = std::make_unique<YearCounts>();
    }
    ++(*year)[cell % cells_of_year];
  }
  // What holds a month whole holds the day for which the month is counted too.
  for (std::size_t i = 0; i < selected_.size(); ++i) {
    const bool names_one = std::ranges::any_of(
        cells, [&](std::uint32_t cell) { return is_within(to_period(cell), selected_[i].range); });
    selected_counts_[i] += names_one ? 1 : 0;
  }
}

std::vector<PeriodCount> MentionedCounter::values_of(DateUnit unit) const {
  std::vector<PeriodCount> values;
  for (std::size_t i = 0; i < years_.size(); ++i) {
    for (std::size_t cell = 0; years_[i] && cell < years_[i]->size(); ++cell) {
      const std::uint32_t count = (*years_[i])[cell];
      const Period period = to_period(static_cast<std::uint32_t>(i * cells_of_year + cell));
      if (count > 0 && unit_of(period) == unit) {
        values.push_back({period, count});
      }
    }
  }
  return values;
}

Counted<FacetValue> MentionedCounter::count(std::size_t limit) const {
  std::vector<PeriodCount> values;
  for (const DateUnit unit : {DateUnit::Day, DateUnit::Month, DateUnit::Year}) {
    values = values_of(unit);
    if (!values.empty() && values.size() <= max_date_values) {
      break;
    }
  }
  return list_dates(values, selected_, selected_counts_, limit);
}

}  // namespace dateline

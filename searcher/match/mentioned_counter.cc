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

bool is_within(const Period& period, const DateRange& range) {
  const DateRange days = days_of(period);
  return range.first <= days.first && days.last <= range.last;
}

}  // namespace

MentionedCounter::MentionedCounter(std::span<const SelectedDates> selected)
    : selected_(selected.begin(), selected.end()),
      selected_counts_(selected.size()),
      years_(last_named_year - first_named_year + 1) {}

void MentionedCounter::add_article(std::span<const Period> periods) {
  // In order of time, so what was counted last is all that can come again.
  Period last;
  for (const Period& period : periods) {
    for (const DateUnit unit : {DateUnit::Year, DateUnit::Month, DateUnit::Day}) {
      const Period coarse = at_unit(period, unit);
      if (unit <= unit_of(period) && (coarse != at_unit(last, unit) || unit == unit_of(period))) {
        count_period(coarse);
      }
    }
    last = period;
  }
  for (std::size_t i = 0; i < selected_.size(); ++i) {
    const bool names_one = std::ranges::any_of(
        periods, [&](const Period& period) { return is_within(period, selected_[i].range); });
    selected_counts_[i] += names_one ? 1 : 0;
  }
}

void MentionedCounter::count_period(const Period& period) {
  std::unique_ptr<YearCounts>& year =
      years_.at(static_cast<std::size_t>(period.year - first_named_year));
  if (!year) {
    year = std::make_unique<YearCounts>();
  }
  ++year->at(period.month).at(period.day);
}

std::map<std::string, std::size_t> MentionedCounter::values_of(DateUnit unit) const {
  std::map<std::string, std::size_t> values;
  for (std::size_t i = 0; i < years_.size(); ++i) {
    for (unsigned month = 0; years_[i] && month < years_[i]->size(); ++month) {
      for (unsigned day = 0; day < years_[i]->at(month).size(); ++day) {
        const Period period{first_named_year + static_cast<int>(i), month, day};
        const std::uint32_t count = years_[i]->at(month).at(day);
        if (count > 0 && unit_of(period) == unit) {
          values.emplace(to_string(period), count);
        }
      }
    }
  }
  return values;
}

Counted<FacetValue> MentionedCounter::count(std::size_t limit) const {
  std::map<std::string, std::size_t> values;
  for (const DateUnit unit : {DateUnit::Day, DateUnit::Month, DateUnit::Year}) {
    values = values_of(unit);
    if (!values.empty() && values.size() <= max_date_values) {
      break;
    }
  }
  return list_dates(values, selected_, selected_counts_, limit);
}

}  // namespace dateline

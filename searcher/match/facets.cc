// Counting by arrays over the dictionary: no hashing and no strings while matching.
#include "searcher/match/facets.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace dateline {

namespace {

std::map<std::string, std::size_t> group_by(const std::map<Date, std::size_t>& days,
                                            DateUnit unit) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [day, count] : days) {
    counts[to_string(day, unit)] += count;
  }
  return counts;
}

bool holds(const DateRange& outer, const DateRange& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

std::size_t count_within(const std::map<Date, std::size_t>& days, const DateRange& range) {
  std::size_t total = 0;
  for (auto day = days.lower_bound(range.first); day != days.end() && day->first <= range.last;
       ++day) {
    total += day->second;
  }
  return total;
}

/// Keeps the `limit` most frequent values, of equals the last, and all selected ones, in the order
/// they have.
void keep_most_frequent(std::vector<FacetValue>& values, std::size_t limit) {
  std::vector<const FacetValue*> by_count;
  by_count.reserve(values.size());
  for (const FacetValue& value : values) {
    by_count.push_back(&value);
  }
  std::ranges::reverse(by_count);
  std::ranges::stable_sort(by_count, std::greater<>(), &FacetValue::count);
  std::vector<bool> is_kept(values.size());
  for (std::size_t i = 0; i < by_count.size(); ++i) {
    is_kept[static_cast<std::size_t>(by_count[i] - values.data())] =
        i < limit || by_count[i]->selected;
  }
  std::size_t next = 0;
  std::erase_if(values, [&](const FacetValue&) { return !is_kept[next++]; });
}

}  // namespace

FacetCounter::FacetCounter(const EntityMap& entities)
    : entities_(entities), counts_(entities.id_limit()), last_article_(entities.id_limit()) {}

void FacetCounter::add_article(std::span<const NameId> names, std::optional<Date> date) {
  ++articles_;
  for (const NameId name : names) {
    const EntityId entity = entities_.entity(name);
    if (last_article_[entity] != articles_) {
      last_article_[entity] = articles_;
      ++counts_[entity];
    }
  }
  if (date) {
    ++days_[*date];
  }
}

Counted<EntityCount> FacetCounter::count_names(NameType type, std::span<const EntityId> selected,
                                               std::size_t limit) const {
  Counted<EntityCount> counted;
  for (EntityId id = 0; id < entities_.id_limit(); ++id) {
    const bool is_selected = std::ranges::find(selected, id) != selected.end();
    if ((counts_[id] > 0 || is_selected) && entities_.type(id) == type &&
        !entities_.is_hidden(id)) {
      counted.values.push_back({.entity = id, .count = counts_[id], .selected = is_selected});
    }
  }
  std::vector<EntityCount>& values = counted.values;
  counted.total = values.size();
  const auto kept = values.begin() + static_cast<std::ptrdiff_t>(std::min(limit, values.size()));
  const auto comes_first = [this](const EntityCount& a, const EntityCount& b) {
    return a.count != b.count ? a.count > b.count
                              : entities_.shown(a.entity) < entities_.shown(b.entity);
  };
  std::ranges::partial_sort(values, kept, comes_first);
  values.erase(
      std::remove_if(kept, values.end(), [](const EntityCount& value) { return !value.selected; }),
      values.end());
  return counted;
}

Counted<FacetValue> FacetCounter::count_dates(std::span<const SelectedDates> selected,
                                              std::size_t limit) const {
  DateUnit unit = DateUnit::Day;
  std::map<std::string, std::size_t> counts = group_by(days_, unit);
  while (counts.size() > max_date_values && unit != DateUnit::Year) {
    unit = unit == DateUnit::Day ? DateUnit::Month : DateUnit::Year;
    counts = group_by(days_, unit);
  }
  std::vector<std::size_t> selected_counts;
  for (const SelectedDates& dates : selected) {
    selected_counts.push_back(count_within(days_, dates.range));
  }
  return list_dates(counts, selected, selected_counts, limit);
}

Counted<FacetValue> list_dates(const std::map<std::string, std::size_t>& counts,
                               std::span<const SelectedDates> selected,
                               std::span<const std::size_t> selected_counts, std::size_t limit) {
  Counted<FacetValue> counted;
  std::vector<bool> is_listed(selected.size());
  for (const auto& [value, count] : counts) {
    // What to_string wrote is a range again: the days of the unit.
    const std::optional<DateRange> days = parse_date_range(value, Date{});
    bool is_selected = false;
    for (std::size_t i = 0; i < selected.size(); ++i) {
      if (days && holds(selected[i].range, *days)) {
        is_selected = is_listed[i] = true;
      }
    }
    counted.values.push_back(
        {.value = value, .count = count, .selected = is_selected, .variants = {}});
  }
  for (std::size_t i = 0; i < selected.size(); ++i) {
    if (!is_listed[i]) {
      counted.values.push_back({.value = selected[i].text,
                                .count = selected_counts[i],
                                .selected = true,
                                .variants = {}});
    }
  }
  counted.total = counted.values.size();
  keep_most_frequent(counted.values, limit);
  return counted;
}

}  // namespace dateline

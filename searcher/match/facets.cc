// Counting by arrays over the dictionary: no hashing and no strings while matching.
#include "searcher/match/facets.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "common/text/fold.h"
#include "searcher/match/significance.h"

namespace dateline {

namespace {

Period at_unit(Date date, DateUnit unit) {
  Period period = day_period(date);
  period.day = unit == DateUnit::Day ? period.day : 0;
  period.month = unit == DateUnit::Year ? 0 : period.month;
  return period;
}

bool holds(const DateRange& outer, const DateRange& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/// Keeps the `limit` most frequent values, of equals the last, and all selected ones, in the order
/// they have.
void keep_most_frequent(std::vector<FacetValue>& values, std::size_t limit) {
  if (values.size() <= limit) {
    return;
  }
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

bool has(std::span<const EntityId> entities, EntityId entity) {
  return std::ranges::find(entities, entity) != entities.end();
}

/// Whether one of the names of an entity has a word that begins so.
bool passes(const EntityMap& map, EntityId entity, const std::string& folded_find) {
  if (folded_find.empty() || has_word_beginning(map.shown(entity), folded_find)) {
    return true;
  }
  return std::ranges::any_of(map.names_of(entity), [&](NameId name) {
    return has_word_beginning(map.names().text(name), folded_find);
  });
}

/// An entity with what it is sorted by.
struct SortedName {
  EntityCount value;
  std::string_view shown;
  std::string folded;  ///< only where values are sorted by name
};

/// Whether one comes before the other; of equals the first in order of bytes.
bool comes_first(const SortedName& a, const SortedName& b) {
  if (a.value.significance != b.value.significance) {
    return a.value.significance > b.value.significance;
  }
  if (a.folded != b.folded) {
    return a.folded < b.folded;
  }
  if (a.folded.empty() && a.value.count != b.value.count) {
    return a.value.count > b.value.count;
  }
  return a.shown < b.shown;
}

/// Cuts the values to the first `limit` in their order, and those that are always listed.
std::vector<EntityCount> keep_first(std::vector<SortedName> values, std::size_t limit) {
  const auto kept = values.begin() + static_cast<std::ptrdiff_t>(std::min(limit, values.size()));
  std::ranges::partial_sort(values, kept, comes_first);
  std::vector<EntityCount> listed;
  for (auto it = values.begin(); it != kept; ++it) {
    listed.push_back(it->value);
  }
  values.erase(values.begin(), kept);
  std::erase_if(
      values, [](const SortedName& name) { return !name.value.selected && !name.value.excluded; });
  std::ranges::sort(values, comes_first);
  for (const SortedName& name : values) {
    listed.push_back(name.value);
  }
  return listed;
}

}  // namespace

void FacetCounter::add_article(const ArticleValues& article) {
  ++articles_;
  for (const EntityId entity : article.entities) {
    if (counts_[entity]++ == 0) {
      counted_.at(static_cast<std::size_t>(entities_.type(entity))).push_back(entity);
    }
  }
  if (article.day != no_day) {
    const std::size_t block = article.day / days_of_block;
    if (days_.size() <= block) {
      days_.resize(block + 1);
    }
    if (!days_[block]) {
      days_[block] = std::make_unique<DayBlock>();
    }
    ++(*days_[block])[article.day % days_of_block];
  }
}

Counted<EntityCount> FacetCounter::count_names(NameType type, const NameChoice& choice) const {
  const std::string find = fold_name(choice.find);
  Counted<EntityCount> counted;
  std::vector<SortedName> values;
  for (const EntityCount& value : values_of(type, choice)) {
    const bool is_found = passes(entities_, value.entity, find);
    counted.total += is_found ? 1 : 0;
    if (is_found || value.selected || value.excluded) {
      const std::string_view shown = entities_.shown(value.entity);
      values.push_back(
          {value, shown, choice.sort == FacetSort::Name ? fold_name(shown) : std::string()});
    }
  }
  counted.values = keep_first(std::move(values), choice.limit);
  return counted;
}

std::vector<EntityCount> FacetCounter::values_of(NameType type, const NameChoice& choice) const {
  std::vector<EntityId> listed = counted_.at(static_cast<std::size_t>(type));
  for (const std::span<const EntityId> always : {choice.selected, choice.excluded}) {
    for (const EntityId entity : always) {
      if (counts_[entity] == 0 && !has(listed, entity)) {
        listed.push_back(entity);
      }
    }
  }
  std::vector<EntityCount> values;
  values.reserve(listed.size());
  for (const EntityId entity : listed) {
    EntityCount& value = values.emplace_back();
    value.entity = entity;
    value.count = counts_[entity];
    value.selected = has(choice.selected, entity);
    value.excluded = has(choice.excluded, entity);
    if (choice.sort == FacetSort::Typical) {
      value.significance =
          significance(value.count, articles_, choice.uses[entity], choice.all_articles);
    }
  }
  return values;
}

std::vector<FacetCounter::DayCount> FacetCounter::counted_days() const {
  std::vector<DayCount> days;
  for (std::size_t block = 0; block < days_.size(); ++block) {
    for (std::size_t day = 0; days_[block] && day < days_of_block; ++day) {
      if (const std::uint32_t count = (*days_[block])[day]; count > 0) {
        const auto number = static_cast<int>(block * days_of_block + day);
        days.push_back({earliest_date + std::chrono::days{number}, count});
      }
    }
  }
  return days;
}

Counted<FacetValue> FacetCounter::count_dates(std::span<const SelectedDates> selected,
                                              std::size_t limit) const {
  const std::vector<DayCount> days = counted_days();
  std::vector<PeriodCount> counts;
  for (const DateUnit unit : {DateUnit::Day, DateUnit::Month, DateUnit::Year}) {
    counts.clear();
    for (const auto& [day, count] : days) {
      const Period period = at_unit(day, unit);
      if (counts.empty() || counts.back().period != period) {
        counts.push_back({period, 0});
      }
      counts.back().count += count;
    }
    if (counts.size() <= max_date_values) {
      break;
    }
  }
  std::vector<std::size_t> selected_counts(selected.size());
  for (std::size_t i = 0; i < selected.size(); ++i) {
    for (const auto& [day, count] : days) {
      const bool is_within = selected[i].range.first <= day && day <= selected[i].range.last;
      selected_counts[i] += is_within ? count : 0;
    }
  }
  return list_dates(counts, selected, selected_counts, limit);
}

Counted<FacetValue> list_dates(std::span<const PeriodCount> counts,
                               std::span<const SelectedDates> selected,
                               std::span<const std::size_t> selected_counts, std::size_t limit) {
  Counted<FacetValue> counted;
  std::vector<bool> is_listed(selected.size());
  for (const auto& [period, count] : counts) {
    FacetValue value{.value = to_string(period), .count = count};
    for (std::size_t i = 0; i < selected.size(); ++i) {
      if (holds(selected[i].range, days_of(period))) {
        value.selected = is_listed[i] = true;
      }
    }
    counted.values.push_back(std::move(value));
  }
  for (std::size_t i = 0; i < selected.size(); ++i) {
    if (!is_listed[i]) {
      counted.values.push_back(
          {.value = selected[i].text, .count = selected_counts[i], .selected = true});
    }
  }
  counted.total = counted.values.size();
  keep_most_frequent(counted.values, limit);
  return counted;
}

bool has_word_beginning(std::string_view name, std::string_view folded) {
  return (" " + fold_name(name)).find(" " + std::string(folded)) != std::string::npos;
}

}  // namespace dateline

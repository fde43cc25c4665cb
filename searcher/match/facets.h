// Facets: how often each name and each day occurs in the whole of a match.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/date.h"
#include "common/name.h"
#include "searcher/match/result.h"

namespace dateline {

/// A range of dates that a search is narrowed to, and how it was typed.
struct SelectedDates {
  std::string text;
  DateRange range;
};

/// An entity, and how many articles name it.
struct EntityCount {
  EntityId entity = 0;
  std::size_t count = 0;
  bool selected = false;
};

/// The values to show, and how many there are.
template <typename Value>
struct Counted {
  std::vector<Value> values;
  std::size_t total = 0;
};

/// Counts over the articles of a match. An article counts once for an entity, however many of its
/// names it uses.
class FacetCounter {
 public:
  /// The map outlives the counter.
  explicit FacetCounter(const EntityMap& entities);

  void add_article(std::span<const NameId> names, std::optional<Date> date);

  std::size_t articles() const { return articles_; }

  /// The `limit` most frequent entities of this type, of equals the first in order of bytes, and
  /// behind them the selected ones that are not among them, also at 0. Hidden ones do not count.
  Counted<EntityCount> count_names(NameType type, std::span<const EntityId> selected,
                                   std::size_t limit) const;

  /// Days, months or years in order of time: the finest unit that gives at most `max_date_values`,
  /// else years; of them those that `list_dates` lists.
  Counted<FacetValue> count_dates(std::span<const SelectedDates> selected, std::size_t limit) const;

 private:
  const EntityMap& entities_;
  std::size_t articles_ = 0;
  std::vector<std::uint32_t> counts_;      // by entity
  std::vector<std::size_t> last_article_;  // that counted for the entity
  std::map<Date, std::size_t> days_;
};

/// The values of a facet of dates out of how many articles have each year, month or day: the
/// `limit` most frequent, of equals the latest, in order of time, and those within one of the
/// selected ranges. A range that holds none of them is a value of its own, behind them, with its
/// count out of `selected_counts`.
Counted<FacetValue> list_dates(const std::map<std::string, std::size_t>& counts,
                               std::span<const SelectedDates> selected,
                               std::span<const std::size_t> selected_counts, std::size_t limit);

inline constexpr std::size_t max_date_values = 30;

}  // namespace dateline

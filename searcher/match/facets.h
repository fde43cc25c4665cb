// Facets: how often each entity and each day occurs in the whole of a match, and which of them to
// show.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/date.h"
#include "common/name.h"
#include "common/period.h"
#include "searcher/match/article_values.h"
#include "searcher/match/request.h"
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
  bool excluded = false;
  double significance = 0;  ///< where values are sorted by it
};

/// The values to show, and how many there are.
template <typename Value>
struct Counted {
  std::vector<Value> values;
  std::size_t total = 0;
};

/// Which entities of a facet to show, and in what order.
struct NameChoice {
  std::span<const EntityId> selected{};  ///< listed always, also at 0
  std::span<const EntityId> excluded{};  ///< likewise
  std::string_view find{};               ///< only values with a word that begins so; empty: all
  FacetSort sort = FacetSort::Count;
  std::size_t limit = 10;
  /// For FacetSort::Typical, the articles of the whole archive and how many name each entity.
  std::size_t all_articles = 0;
  std::span<const std::uint32_t> uses{};
};

/// Counts over the articles of a match.
class FacetCounter {
 public:
  /// The map outlives the counter.
  explicit FacetCounter(const EntityMap& entities)
      : entities_(entities), counts_(entities.id_limit()) {}

  /// Counts an article for its day, and once for each of its entities.
  void add_article(const ArticleValues& article);

  std::size_t articles() const { return articles_; }

  /// The first `choice.limit` entities of this type in the order asked for, and behind them those
  /// selected or excluded that are not among them; `total` counts all that pass `choice.find`.
  Counted<EntityCount> count_names(NameType type, const NameChoice& choice) const;

  /// Days, months or years in order of time: the finest unit that gives at most `max_date_values`,
  /// else years; of them those that `list_dates` lists.
  Counted<FacetValue> count_dates(std::span<const SelectedDates> selected, std::size_t limit) const;

 private:
  static constexpr std::size_t days_of_block = 512;
  using DayBlock = std::array<std::uint32_t, days_of_block>;

  struct DayCount {
    Date day;
    std::size_t count = 0;
  };

  std::vector<DayCount> counted_days() const;

  /// What a facet has to choose from: all that were counted, selected or excluded.
  std::vector<EntityCount> values_of(NameType type, const NameChoice& choice) const;

  const EntityMap& entities_;
  std::size_t articles_ = 0;
  std::vector<std::uint32_t> counts_;                                 // by entity
  std::array<std::vector<EntityId>, all_name_types.size()> counted_;  // those not at 0
  std::vector<std::unique_ptr<DayBlock>> days_;                       // from `earliest_date`
};

/// A year, month or day, and how many articles have it.
struct PeriodCount {
  Period period;
  std::size_t count = 0;
};

/// The values of a facet of dates out of how many articles have each period, in order of time: the
/// `limit` most frequent, of equals the latest, in order of time, and those within one of the
/// selected ranges. A range that holds none of them is a value of its own, behind them, with its
/// count out of `selected_counts`.
Counted<FacetValue> list_dates(std::span<const PeriodCount> counts,
                               std::span<const SelectedDates> selected,
                               std::span<const std::size_t> selected_counts, std::size_t limit);

inline constexpr std::size_t max_date_values = 30;

/// Whether a word of the name begins with these words, case and accents aside; `folded` is theirs
/// as `fold_name` writes them.
bool has_word_beginning(std::string_view name, std::string_view folded);

}  // namespace dateline

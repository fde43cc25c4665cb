// The facet of the dates that articles name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "common/period.h"
#include "searcher/match/facets.h"

namespace dateline {

/// Adds what an article counts for that names these periods, which stand in order, each once: every
/// year, month and day of them once, as a number that `MentionedCounter` understands.
void append_cells(std::span<const Period> periods, std::vector<std::uint32_t>& cells);

/// Counts over the articles of a match. An article counts once for a year, a month or a day,
/// however often it names it; a month that is named counts for its year too, but for no day.
class MentionedCounter {
 public:
  /// What is selected is counted as ranges on the way, for the days in a range cannot be added up.
  explicit MentionedCounter(std::span<const SelectedDates> selected);

  /// Counts an article by its cells.
  void add_article(std::span<const std::uint32_t> cells);

  /// As `FacetCounter::count_dates`: of days, months and years the finest of which there are some
  /// and at most `max_date_values`, else years.
  Counted<FacetValue> count(std::size_t limit) const;

 private:
  static constexpr std::size_t cells_of_year = std::size_t{13} * 32;
  /// By month (0: the year itself) and day (0: the month itself).
  using YearCounts = std::array<std::uint32_t, cells_of_year>;

  std::vector<PeriodCount> values_of(DateUnit unit) const;

  std::vector<SelectedDates> selected_;
  std::vector<std::size_t> selected_counts_;
  std::vector<std::unique_ptr<YearCounts>> years_;  // from `first_named_year`
};

}  // namespace dateline

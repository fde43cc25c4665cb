// The facet of the dates that articles name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/period.h"
#include "searcher/match/facets.h"

namespace dateline {

/// Counts over the articles of a match. An article counts once for a year, a month or a day,
/// however often it names it; a month that is named counts for its year too, but for no day.
class MentionedCounter {
 public:
  /// What is selected is counted as ranges on the way, for the days in a range cannot be added up.
  explicit MentionedCounter(std::span<const SelectedDates> selected);

  /// The periods that one article names, in order, each once.
  void add_article(std::span<const Period> periods);

  /// As `FacetCounter::count_dates`: of days, months and years the finest of which there are some
  /// and at most `max_date_values`, else years.
  Counted<FacetValue> count(std::size_t limit) const;

 private:
  /// By month (0: the year itself) and day (0: the month itself).
  using YearCounts = std::array<std::array<std::uint32_t, 32>, 13>;

  void count_period(const Period& period);
  std::map<std::string, std::size_t> values_of(DateUnit unit) const;

  std::vector<SelectedDates> selected_;
  std::vector<std::size_t> selected_counts_;
  std::vector<std::unique_ptr<YearCounts>> years_;  // from `first_named_year`
};

}  // namespace dateline

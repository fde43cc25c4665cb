// The figures are few, so they are simply sorted.
#include "bench/support/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace dateline {

Spread spread_of(std::vector<double> runs) {
  if (runs.empty()) {
    return {};
  }
  std::ranges::sort(runs);
  const std::size_t middle = runs.size() / 2;
  const double median = runs.size() % 2 == 1 ? runs[middle] : (runs[middle - 1] + runs[middle]) / 2;
  return {.median = median, .min = runs.front(), .max = runs.back()};
}

double percentile(std::vector<double> values, double percent) {
  assert(percent >= 0 && percent <= 100);
  if (values.empty()) {
    return 0;
  }
  const auto rank = std::ceil(percent / 100 * static_cast<double>(values.size()));
  const auto index = static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
  const auto found = values.begin() + index;
  std::ranges::nth_element(values, found);
  return *found;
}

double mean(std::span<const double> values) {
  if (values.empty()) {
    return 0;
  }
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace dateline

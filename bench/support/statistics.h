// Figures of repeated runs: the middle, the spread, percentiles.
#pragma once

#include <span>
#include <vector>

namespace dateline {

/// A figure as repeated runs gave it. The spread is quoted with it: what differs by less is noise.
struct Spread {
  double median = 0;
  double min = 0;
  double max = 0;
};

/// All zero for no runs.
Spread spread_of(std::vector<double> runs);

/// The smallest of the values that at least `percent` of them do not exceed (nearest rank), so
/// always one that was measured; 0 for no values. `percent` lies between 0 and 100.
double percentile(std::vector<double> values, double percent);

/// 0 for no values.
double mean(std::span<const double> values);

}  // namespace dateline

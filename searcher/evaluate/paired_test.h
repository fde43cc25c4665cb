// Whether two runs differ by more than chance: tests of paired differences over topics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline {

struct RandomisationRules {
  /// Up to so many topics that differ, all 2^n assignments of signs are looked at.
  std::size_t exact_topics = 20;
  std::size_t samples = 100'000;  ///< random assignments beyond that
  std::uint64_t seed = 42;
};

struct RandomisationTest {
  double p = 1;
  bool exact = true;
};

/// Fisher's randomisation test, two-sided: how often, were it a coin's throw for each topic which
/// run got which value, the mean difference would be as far from 0 as it is. Sampled, the observed
/// assignment counts as one more sample, so that p is never 0 and never too small.
RandomisationTest randomisation_test(std::span<const double> differences,
                                     const RandomisationRules& rules);

/// Student's paired test. Values that need a spread are missing where all differences are equal or
/// there are fewer than two.
struct TTest {
  double mean = 0;
  std::optional<double> p;    ///< two-sided
  std::optional<double> low;  ///< of the confidence interval of the mean
  std::optional<double> high;
  std::optional<double> effect_size;  ///< Cohen's d for pairs: mean by standard deviation
};

TTest t_test(std::span<const double> differences, double confidence);

/// Holm's step-down correction for several tests, in the order given.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace dateline

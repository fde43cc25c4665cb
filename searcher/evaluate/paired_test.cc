#include "searcher/evaluate/paired_test.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace dateline {

namespace {

/// The sums of all 2^n assignments of signs to the values.
std::vector<double> signed_sums(std::span<const double> values) {
  std::vector<double> sums{0};
  for (const double value : values) {
    const std::size_t size = sums.size();
    sums.resize(2 * size);
    for (std::size_t i = 0; i < size; ++i) {
      sums[size + i] = sums[i] - value;
      sums[i] += value;
    }
  }
  return sums;
}

/// Counts every assignment as the sum of one of the first half and one of the second, so that no
/// sum is built up over a million steps and no rounding drifts.
double exact_p(std::span<const double> differences, double threshold) {
  const std::size_t half = differences.size() / 2;
  const std::vector<double> left = signed_sums(differences.first(half));
  const std::vector<double> right = signed_sums(differences.subspan(half));
  std::size_t extreme = 0;
  for (const double first : left) {
    for (const double second : right) {
      extreme += std::abs(first + second) >= threshold ? 1U : 0U;
    }
  }
  return static_cast<double>(extreme) / static_cast<double>(left.size() * right.size());
}

double sampled_p(std::span<const double> differences, double threshold,
                 const RandomisationRules& rules) {
  std::mt19937_64 random(rules.seed);
  std::size_t extreme = 1;
  for (std::size_t sample = 0; sample < rules.samples; ++sample) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      signs = i % 64 == 0 ? random() : signs >> 1U;
      sum += (signs & 1U) != 0 ? differences[i] : -differences[i];
    }
    extreme += std::abs(sum) >= threshold ? 1U : 0U;
  }
  return static_cast<double>(extreme) / static_cast<double>(rules.samples + 1);
}

double mean_of(std::span<const double> values) {
  return values.empty() ? 0
                        : std::accumulate(values.begin(), values.end(), 0.0) /
                              static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values, double mean) {
  double squares = 0;
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
  }
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

RandomisationTest randomisation_test(std::span<const double> differences,
                                     const RandomisationRules& rules) {
  std::vector<double> unequal;
  unequal.reserve(differences.size());
  std::copy_if(differences.begin(), differences.end(), std::back_inserter(unequal),
               [](double difference) { return difference != 0; });
  const double sum = std::accumulate(unequal.begin(), unequal.end(), 0.0);
  double size = 0;
  for (const double difference : unequal) {
    size += std::abs(difference);
  }
  // Assignments that are equal on paper may differ in the last bits; they count as equal.
  constexpr double slack = 1e-12;
  const double threshold = std::abs(sum) - slack * size;
  if (unequal.size() <= rules.exact_topics) {
    return {.p = exact_p(unequal, threshold), .exact = true};
  }
  return {.p = sampled_p(unequal, threshold, rules), .exact = false};
}

TTest t_test(std::span<const double> differences, double confidence) {
  TTest test;
  test.mean = mean_of(differences);
  if (differences.size() < 2) {
    return test;
  }
  const double deviation = standard_deviation(differences, test.mean);
  // Equal differences have no spread but that of rounding.
  constexpr double slack = 1e-12;
  if (deviation <= slack * std::abs(test.mean)) {
    return test;
  }
  const auto size = static_cast<double>(differences.size());
  const double error = deviation / std::sqrt(size);
  const boost::math::students_t distribution(size - 1);
  const double t = std::abs(test.mean) / error;
  test.p = 2 * boost::math::cdf(boost::math::complement(distribution, t));
  const double reach =
      error * boost::math::quantile(boost::math::complement(distribution, (1 - confidence) / 2));
  test.low = test.mean - reach;
  test.high = test.mean + reach;
  test.effect_size = test.mean / deviation;
  return test;
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return p_values[left] < p_values[right];
  });
  std::vector<double> corrected(p_values.size());
  double last = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto left = static_cast<double>(order.size() - i);
    last = std::max(last, std::min(1.0, left * p_values[order[i]]));
    corrected[order[i]] = last;
  }
  return corrected;
}

}  // namespace dateline

#include "searcher/evaluate/paired_test.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace dateline {

namespace {

/// Student's: hours of sleep gained by one drug over the other (R's `sleep`).
const std::vector<double> sleep{1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

/// Darwin's: heights of crossed over self-fertilised maize, in eighths of an inch, from which
/// Fisher (The Design of Experiments, 1935) counted 863 of 32,768 assignments with this sum or
/// more.
const std::vector<double> maize{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

/// The largest gap between the share of values up to x and x: Kolmogorov and Smirnov's statistic
/// for the uniform distribution.
double distance_from_uniform(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  double distance = 0;
  const auto size = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto before = static_cast<double>(i);
    distance = std::max({distance, values[i] - before / size, (before + 1) / size - values[i]});
  }
  return distance;
}

/// p-values of so many experiments in which nothing differs but by chance.
std::vector<double> simulate(std::size_t experiments, std::size_t topics,
                             const std::function<double(const std::vector<double>&)>& p_value) {
  std::mt19937_64 random(20240613);
  std::normal_distribution<double> normal;
  std::vector<double> p_values;
  for (std::size_t i = 0; i < experiments; ++i) {
    std::vector<double> differences;
    for (std::size_t topic = 0; topic < topics; ++topic) {
      differences.push_back(normal(random));
    }
    p_values.push_back(p_value(differences));
  }
  return p_values;
}

/// What the distance of uniform values exceeds once in a thousand times.
double allowed_distance(std::size_t experiments) {
  return 1.95 / std::sqrt(static_cast<double>(experiments));
}

}  // namespace

TEST_CASE("Student's test gives the values known of Student's and of Darwin's experiments") {
  const TTest t = t_test(sleep, 0.95);
  CHECK(t.mean == doctest::Approx(1.58));
  CHECK(t.p.value() == doctest::Approx(0.002833).epsilon(1e-3));
  CHECK(t.low.value() == doctest::Approx(0.7001142).epsilon(1e-6));
  CHECK(t.high.value() == doctest::Approx(2.4598858).epsilon(1e-6));
  CHECK(t.effect_size.value() == doctest::Approx(4.0621 / std::sqrt(10)).epsilon(1e-4));
  CHECK(t_test(maize, 0.95).p.value() == doctest::Approx(0.0497).epsilon(1e-3));
}

TEST_CASE("the exact randomisation test gives the values known of the same experiments") {
  const RandomisationTest of_maize = randomisation_test(maize, {});
  CHECK(of_maize.exact);
  CHECK(of_maize.p == 2 * 863. / 32768);
  // All nine that differ differ in one direction.
  CHECK(randomisation_test(sleep, {}).p == 2. / 512);
}

TEST_CASE("the sampled randomisation test comes near the exact one, the same for the same seed") {
  RandomisationRules rules;
  rules.exact_topics = 0;
  const RandomisationTest sampled = randomisation_test(maize, rules);
  CHECK(!sampled.exact);
  CHECK(sampled.p == doctest::Approx(2 * 863. / 32768).epsilon(0.04));
  CHECK(randomisation_test(maize, rules).p == sampled.p);
}

TEST_CASE("a sampled p is never 0") {
  RandomisationRules rules;
  rules.samples = 99;
  CHECK(randomisation_test(std::vector<double>(60, 1.0), rules).p == 0.01);
}

TEST_CASE("runs that do not differ have p 1, or none where a spread is needed") {
  const std::vector<double> zeros(30, 0.0);
  CHECK(randomisation_test(zeros, {}).p == 1);
  CHECK(randomisation_test({}, {}).p == 1);
  CHECK(!t_test(zeros, 0.95).p);
  CHECK(!t_test(std::vector<double>(30, 0.1), 0.95).p);
  CHECK(!t_test(std::vector<double>{0.1}, 0.95).p);
  CHECK(t_test({}, 0.95).mean == 0);
}

TEST_CASE("the sign of all differences changes no p") {
  std::vector<double> other = maize;
  std::transform(other.begin(), other.end(), other.begin(), std::negate<>{});
  CHECK(randomisation_test(other, {}).p == randomisation_test(maize, {}).p);
  CHECK(t_test(other, 0.95).p.value() == doctest::Approx(t_test(maize, 0.95).p.value()));
}

TEST_CASE("where nothing differs but by chance, p-values are uniform") {
  constexpr std::size_t experiments = 1000;
  const auto exact = [](const std::vector<double>& differences) {
    return randomisation_test(differences, {}).p;
  };
  const auto sampled = [](const std::vector<double>& differences) {
    return randomisation_test(differences, {.exact_topics = 0, .samples = 499, .seed = 7}).p;
  };
  const auto student = [](const std::vector<double>& differences) {
    return t_test(differences, 0.95).p.value();
  };
  // p of 12 topics comes in steps of 2 / 4096, of 499 samples in steps of 1 / 500.
  CHECK(distance_from_uniform(simulate(experiments, 12, exact)) <
        allowed_distance(experiments) + 2. / 4096);
  CHECK(distance_from_uniform(simulate(experiments, 30, sampled)) <
        allowed_distance(experiments) + 1. / 500);
  CHECK(distance_from_uniform(simulate(experiments, 12, student)) < allowed_distance(experiments));
}

TEST_CASE("intervals hold the true difference as often as they say") {
  std::size_t held = 0;
  simulate(1000, 15, [&held](const std::vector<double>& differences) {
    const TTest t = t_test(differences, 0.9);
    held += *t.low <= 0 && *t.high >= 0 ? 1U : 0U;
    return 0.0;
  });
  CHECK(held > 900 - 31);
  CHECK(held < 900 + 31);
}

TEST_CASE("Holm's correction steps down") {
  const std::vector<double> corrected = holm(std::vector<double>{0.01, 0.04, 0.03, 0.005});
  const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
  REQUIRE(corrected.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(corrected[i] == doctest::Approx(expected[i]));
  }
  CHECK(holm(std::vector<double>{0.6, 0.7}) == std::vector<double>{1, 1});
  CHECK(holm({}).empty());
}

}  // namespace dateline

// The best possible ranking has all judged documents by falling gain, as long as it is positive.
// trec_eval walks down both rankings side by side, and so does this.
#include "searcher/evaluate/gain_measures.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace dateline {

namespace {

/// Hands out the gains of the best possible ranking, then zeros.
class IdealGains {
 public:
  IdealGains(const GradedTopic& topic, const GradeGains& gains) {
    for (const auto& [grade, count] : topic.ranking.by_grade) {
      if (gains.of(grade) > 0) {
        left_.emplace_back(gains.of(grade), count);
      }
    }
    std::sort(left_.begin(), left_.end());
  }

  double next() {
    if (left_.empty()) {
      return 0;
    }
    const double gain = left_.back().first;
    if (--left_.back().second == 0) {
      left_.pop_back();
    }
    return gain;
  }

  bool empty() const { return left_.empty(); }

  std::size_t size() const {
    std::size_t size = 0;
    for (const auto& [gain, count] : left_) {
      size += count;
    }
    return size;
  }

 private:
  std::vector<std::pair<double, std::size_t>> left_;  ///< by rising gain
};

/// The discount of the document after `index` others.
double discount(std::size_t index) {
  return std::log2(static_cast<double>(index + 2));
}

double divide(double numerator, double denominator) {
  return denominator > 0 ? numerator / denominator : 0;
}

}  // namespace

double GradeGains::of(std::int64_t grade) const {
  if (grade < 0) {
    return 0;
  }
  const auto found = given.find(grade);
  const double gain = found == given.end() ? static_cast<double>(grade) : found->second;
  // No scale goes near this; it keeps sums of mistaken grades finite.
  constexpr double largest_exponent = 500;
  return exponential ? std::exp2(std::min(gain, largest_exponent)) - 1 : gain;
}

double ndcg(const GradedTopic& topic, const GradeGains& gains, std::size_t cutoff) {
  const auto reached = [cutoff](std::size_t index) { return cutoff != 0 && index >= cutoff; };
  double gained = 0;
  for (std::size_t i = 0; i < topic.retrieved() && !reached(i); ++i) {
    gained += gains.of(topic.ranking.grades[i]) / discount(i);
  }
  double best = 0;
  IdealGains ideal(topic, gains);
  for (std::size_t i = 0; !ideal.empty() && !reached(i); ++i) {
    best += ideal.next() / discount(i);
  }
  return divide(gained, best);
}

double ndcg_at_relevant(const GradedTopic& topic, const GradeGains& gains) {
  IdealGains ideal(topic, gains);
  double gained = 0;
  double best = 0;
  double sum = 0;
  std::size_t relevant = 0;
  std::size_t retrieved = 0;
  for (std::size_t i = 0; i < topic.retrieved() || !ideal.empty(); ++i) {
    const double gain = i < topic.retrieved() ? gains.of(topic.ranking.grades[i]) : 0;
    const double best_gain = ideal.next();
    gained += gain / discount(i);
    best += best_gain / discount(i);
    relevant += best_gain > 0 ? 1U : 0U;
    if (gain > 0) {
      sum += gained / best;
      ++retrieved;
    }
  }
  sum += divide(static_cast<double>(relevant - retrieved) * gained, best);
  return sum > 0 ? sum / static_cast<double>(relevant) : 0;
}

double ndcg_at_grades(const GradedTopic& topic, const GradeGains& gains) {
  IdealGains ideal(topic, gains);
  const std::size_t ideal_size = ideal.size();
  const auto gain_at = [&](std::size_t index) {
    return index < topic.retrieved() ? gains.of(topic.ranking.grades[index]) / discount(index) : 0;
  };
  double gained = 0;
  double best = 0;
  double last_gain = 0;
  double sum = 0;
  std::size_t points = 0;
  const auto add_point = [&] {
    if (best > 0) {
      sum += gained / best;
      ++points;
    }
  };
  // The gain after the last of the ideal ranking is 0, so its end is a point too.
  for (std::size_t i = 0; i <= ideal_size; ++i) {
    const double best_gain = ideal.next();
    if (best_gain != last_gain) {
      add_point();
    }
    last_gain = best_gain;
    gained += gain_at(i);
    best += best_gain / discount(i);
  }
  if (topic.retrieved() > ideal_size + 1) {
    for (std::size_t i = ideal_size + 1; i < topic.retrieved(); ++i) {
      gained += gain_at(i);
    }
    add_point();
  }
  return topic.relevant == 0 || points == 0 ? 0 : sum / static_cast<double>(points);
}

double normalized_gain(const GradedTopic& topic, const GradeGains& gains) {
  constexpr double least_cost = 1.0;
  IdealGains ideal(topic, gains);
  double gained = 0;
  double cost = 0;
  double best = 0;
  double sum = 0;
  for (std::size_t i = 0; i < topic.retrieved(); ++i) {
    const double gain = gains.of(topic.ranking.grades[i]);
    const double best_gain = ideal.next();
    gained += gain;
    best += best_gain;
    cost += std::max(best_gain, least_cost);
    if (gain != 0) {
      sum += gain / std::log2(2 + cost - gained);
    }
  }
  while (!ideal.empty()) {
    best += ideal.next();
  }
  return divide(sum, best);
}

double rank_biased_gain(const GradedTopic& topic, const GradeGains& gains, double persistence) {
  double least = 0;
  double most = 1;
  for (const auto& [grade, count] : topic.ranking.by_grade) {
    least = std::min(least, gains.of(grade));
    most = std::max(most, gains.of(grade));
  }
  double sum = 0;
  double weight = 1;
  for (const std::int64_t grade : topic.ranking.grades) {
    if (grade >= 0) {
      sum += (gains.of(grade) - least) / (most - least) * weight;
    }
    weight *= persistence;
  }
  return (1 - persistence) * sum;
}

double rank_biased_precision(const GradedTopic& topic, double persistence, std::size_t cutoff) {
  double sum = 0;
  double weight = 1;
  for (std::size_t i = 0; i < topic.retrieved() && (cutoff == 0 || i < cutoff); ++i) {
    sum += topic.is_relevant(i) ? weight : 0;
    weight *= persistence;
  }
  return (1 - persistence) * sum;
}

}  // namespace dateline

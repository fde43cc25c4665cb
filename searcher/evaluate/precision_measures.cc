#include "searcher/evaluate/precision_measures.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

double real(std::size_t number) {
  return static_cast<double>(number);
}

/// How many documents a cutoff leaves.
std::size_t top(const GradedTopic& topic, std::size_t cutoff) {
  return cutoff == 0 ? topic.retrieved() : std::min(cutoff, topic.retrieved());
}

/// The sum over relevant documents of the precision at their ranks.
double summed_precision(const GradedTopic& topic, std::size_t cutoff) {
  double sum = 0;
  std::size_t relevant = 0;
  for (std::size_t i = 0; i < top(topic, cutoff); ++i) {
    if (topic.is_relevant(i)) {
      ++relevant;
      sum += real(relevant) / real(i + 1);
    }
  }
  return sum;
}

}  // namespace

double ratio(std::size_t numerator, std::size_t denominator) {
  return denominator == 0 ? 0 : real(numerator) / real(denominator);
}

std::size_t relevant_at(const GradedTopic& topic, std::size_t cutoff) {
  std::size_t relevant = 0;
  for (std::size_t i = 0; i < top(topic, cutoff); ++i) {
    relevant += topic.is_relevant(i) ? 1U : 0U;
  }
  return relevant;
}

double average_precision(const GradedTopic& topic, std::size_t cutoff) {
  return topic.relevant == 0 ? 0 : summed_precision(topic, cutoff) / real(topic.relevant);
}

double smoothed_average_precision(const GradedTopic& topic) {
  const double sum = summed_precision(topic, 0);
  return std::log((1.0 + sum) / (1.0 + real(topic.relevant) - sum));
}

double inferred_average_precision(const GradedTopic& topic) {
  constexpr double epsilon = 0.00001;
  double sum = 0;
  std::size_t relevant = 0;  // before this document, as are the others
  std::size_t nonrelevant = 0;
  std::size_t unjudged = 0;
  for (std::size_t i = 0; i < topic.retrieved(); ++i) {
    const std::int64_t grade = topic.ranking.grades[i];
    if (topic.is_relevant(i)) {
      const double before = real(i);
      sum +=
          i == 0
              ? 1.0
              : 1.0 / (before + 1.0) +
                    (before / (before + 1.0)) * (real(relevant + nonrelevant + unjudged) / before) *
                        ((real(relevant) + epsilon) / (real(relevant + nonrelevant) + 2 * epsilon));
      ++relevant;
    } else if (grade == unjudged_in_pool) {
      ++unjudged;
    } else if (grade != not_in_pool) {
      ++nonrelevant;
    }
  }
  return topic.relevant == 0 ? 0 : sum / real(topic.relevant);
}

double binary_preference(const GradedTopic& topic) {
  double sum = 0;
  std::size_t nonrelevant = 0;
  for (std::size_t i = 0; i < topic.retrieved(); ++i) {
    if (topic.is_relevant(i)) {
      sum += nonrelevant == 0 ? 1.0
                              : 1.0 - real(std::min(nonrelevant, topic.relevant)) /
                                          real(std::min(topic.nonrelevant, topic.relevant));
    } else if (topic.ranking.grades[i] >= 0) {
      ++nonrelevant;
    }
  }
  return topic.relevant == 0 ? 0 : sum / real(topic.relevant);
}

double reciprocal_rank(const GradedTopic& topic, std::size_t cutoff) {
  for (std::size_t i = 0; i < top(topic, cutoff); ++i) {
    if (topic.is_relevant(i)) {
      return 1.0 / real(i + 1);
    }
  }
  return 0;
}

double r_precision(const GradedTopic& topic) {
  return topic.relevant == 0 ? 0 : ratio(relevant_at(topic, topic.relevant), topic.relevant);
}

double relative_precision(const GradedTopic& topic, std::size_t cutoff) {
  return ratio(relevant_at(topic, cutoff), std::min(cutoff, topic.relevant));
}

double precision_at_multiple(const GradedTopic& topic, double multiple) {
  const double documents = multiple * real(topic.relevant) + 0.9;
  const auto cutoff = static_cast<std::size_t>(std::clamp(documents, 0.0, 1e15));
  return cutoff == 0 ? 0 : ratio(relevant_at(topic, cutoff), cutoff);
}

double interpolated_precision(const GradedTopic& topic, double recall, TrecEvalVersion version) {
  const double point = recall * real(topic.relevant);
  const double rounded = version == TrecEvalVersion::Nine ? point + 0.9 : std::round(point);
  const auto wanted = static_cast<std::size_t>(std::clamp(rounded, 0.0, 1e15));
  double best = 0;
  std::size_t relevant = 0;
  for (std::size_t i = 0; i < topic.retrieved(); ++i) {
    relevant += topic.is_relevant(i) ? 1U : 0U;
    if (relevant >= wanted) {
      best = std::max(best, ratio(relevant, i + 1));
    }
  }
  return best;
}

double binary_gain(const GradedTopic& topic) {
  double sum = 0;
  std::size_t nonrelevant = 0;
  for (std::size_t i = 0; i < topic.retrieved(); ++i) {
    if (topic.is_relevant(i)) {
      sum += 1.0 / std::log2(real(2 + nonrelevant));
    } else {
      ++nonrelevant;
    }
  }
  return topic.relevant == 0 ? 0 : sum / real(topic.relevant);
}

double set_f(const GradedTopic& topic, double recall_weight) {
  if (topic.relevant_retrieved == 0) {
    return 0;
  }
  const double precision = ratio(topic.relevant_retrieved, topic.retrieved());
  const double recall = ratio(topic.relevant_retrieved, topic.relevant);
  return (recall_weight + 1.0) * precision * recall / (recall_weight * precision + recall);
}

std::size_t unjudged_at(const GradedTopic& topic, std::size_t cutoff) {
  std::size_t unjudged = 0;
  for (std::size_t i = 0; i < top(topic, cutoff); ++i) {
    unjudged += topic.ranking.grades[i] < 0 ? 1U : 0U;
  }
  return unjudged;
}

double pooled_share(const GradedTopic& topic, std::size_t cutoff) {
  std::size_t pooled = 0;
  for (std::size_t i = 0; i < top(topic, cutoff); ++i) {
    pooled += topic.ranking.grades[i] != not_in_pool ? 1U : 0U;
  }
  return ratio(pooled, top(topic, cutoff));
}

double rank_biased_residual(const GradedTopic& topic) {
  constexpr double persistence = 0.9;
  double weight = 1.0;
  double sum = 0;
  bool any = false;
  for (const std::int64_t grade : topic.ranking.grades) {
    if (grade < 0) {
      sum += weight;
      any = true;
    }
    weight *= persistence;
  }
  return any ? weight + (1 - persistence) * sum : 0;
}

}  // namespace dateline

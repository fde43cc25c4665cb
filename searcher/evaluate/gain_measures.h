// Measures in which a better grade is worth more: discounted cumulative gain and its kin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "searcher/evaluate/judged_ranking.h"

namespace dateline {

/// What a document of each grade is worth: the grade itself, where nothing else is said.
struct GradeGains {
  std::map<std::int64_t, double> given;
  bool exponential = false;  ///< 2^gain - 1

  /// 0 for a document without a grade.
  double of(std::int64_t grade) const;
};

/// Discounted cumulative gain of the ranking by that of the best possible one, both cut at
/// `cutoff`, or not at 0.
double ndcg(const GradedTopic& topic, const GradeGains& gains, std::size_t cutoff);

/// nDCG at the rank of every document with a gain, averaged over all such documents.
double ndcg_at_relevant(const GradedTopic& topic, const GradeGains& gains);

/// nDCG where the best possible ranking goes from one grade to the next, averaged.
double ndcg_at_grades(const GradedTopic& topic, const GradeGains& gains);

/// Gains discounted by how much better the ranking before could have been.
double normalized_gain(const GradedTopic& topic, const GradeGains& gains);

/// Gains weighted by persistence^rank; gains outside 0 to 1 are scaled into it by the topic's
/// grades.
double rank_biased_gain(const GradedTopic& topic, const GradeGains& gains, double persistence);

/// The same for relevant or not, among the first `cutoff`.
double rank_biased_precision(const GradedTopic& topic, double persistence, std::size_t cutoff);

}  // namespace dateline

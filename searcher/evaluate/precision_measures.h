// Measures that know relevant and not relevant alone. Each is the formula for one topic; a
// `cutoff` of 0 means the whole ranking.
#pragma once

#include <cstddef>

#include "searcher/evaluate/judged_ranking.h"

namespace dateline {

/// `numerator` / `denominator`, 0 for 0 / 0.
double ratio(std::size_t numerator, std::size_t denominator);

/// Relevant documents among the first `cutoff`.
std::size_t relevant_at(const GradedTopic& topic, std::size_t cutoff);

double average_precision(const GradedTopic& topic, std::size_t cutoff);
double smoothed_average_precision(const GradedTopic& topic);
double inferred_average_precision(const GradedTopic& topic);
double binary_preference(const GradedTopic& topic);
double reciprocal_rank(const GradedTopic& topic, std::size_t cutoff);
double r_precision(const GradedTopic& topic);
double relative_precision(const GradedTopic& topic, std::size_t cutoff);
/// Precision after `multiple` times as many documents as are relevant.
double precision_at_multiple(const GradedTopic& topic, double multiple);
/// The highest precision from this point of recall on.
double interpolated_precision(const GradedTopic& topic, double recall, TrecEvalVersion version);
double binary_gain(const GradedTopic& topic);
double set_f(const GradedTopic& topic, double recall_weight);
/// Documents without a grade among the first `cutoff`.
std::size_t unjudged_at(const GradedTopic& topic, std::size_t cutoff);
/// Documents in the pool, judged or not, by the documents looked at.
double pooled_share(const GradedTopic& topic, std::size_t cutoff);
double rank_biased_residual(const GradedTopic& topic);

}  // namespace dateline

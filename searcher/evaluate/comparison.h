// Several runs against the first of them, measure by measure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/evaluate/evaluation.h"
#include "searcher/evaluate/measure.h"
#include "searcher/evaluate/paired_test.h"

namespace dateline {

struct ComparisonRules {
  RandomisationRules randomisation{};
  double confidence = 0.95;         ///< of the intervals
  bool common_topics_only = false;  ///< topics that the judgements and both runs have
  std::size_t extremes = 3;         ///< topics named as won and as lost most clearly
};

struct TopicDifference {
  std::string topic;
  double difference = 0;  ///< the run's value less the baseline's
};

/// One run against the baseline in one measure.
struct RunComparison {
  std::size_t run = 0;      ///< its place in the list; the baseline's is 0
  std::size_t measure = 0;  ///< its place in the list
  std::size_t topics = 0;   ///< pairs
  TTest t;
  RandomisationTest randomisation;
  /// Corrected for all runs that are compared in this measure.
  std::optional<double> t_p_holm;
  double randomisation_p_holm = 1;
  std::size_t wins = 0;
  std::size_t ties = 0;
  std::size_t losses = 0;
  std::vector<TopicDifference> won;   ///< the clearest first
  std::vector<TopicDifference> lost;  ///< the clearest first
};

/// By measure, then by run; measures without values for topics are left out. Nothing for fewer
/// than two runs.
std::vector<RunComparison> compare_runs(std::span<const RunEvaluation> runs,
                                        std::span<const Measure> measures,
                                        const ComparisonRules& rules);

/// Fewer topics say little, whatever p is.
inline constexpr std::size_t fewest_sound_topics = 25;

}  // namespace dateline

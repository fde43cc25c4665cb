// A ranking met with judgements: the one thing all measures look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <vector>

#include "searcher/evaluate/qrels.h"
#include "searcher/evaluate/run.h"

namespace dateline {

/// The two generations of trec_eval that differ in numbers (docs/evaluation.md).
enum class TrecEvalVersion {
  Nine,  ///< scores are 32-bit floats; points of recall are rounded up
  Ten,   ///< scores are doubles; points of recall are rounded to the nearest
};

struct RankingRules {
  TrecEvalVersion version = TrecEvalVersion::Nine;
  bool judged_only = false;  ///< documents without a grade are taken out of the ranking
  /// Only so many documents at the top are looked at.
  std::size_t depth = std::numeric_limits<std::size_t>::max();
};

/// What stands in a ranking instead of a grade.
inline constexpr std::int64_t not_in_pool = -1;
inline constexpr std::int64_t unjudged_in_pool = -2;

struct JudgedRanking {
  std::vector<std::int64_t> grades;              ///< by rank: from 0, or one of those above
  std::map<std::int64_t, std::size_t> by_grade;  ///< judgements of each grade from 0
};

/// Ranks documents by falling score, those of equal score by falling id, as trec_eval does. Both
/// lists are in the order of ids.
JudgedRanking judge_ranking(std::span<const RetrievedDocument> documents,
                            std::span<const Judgement> judgements, const RankingRules& rules);

/// A judged ranking, and what is relevant in it: everything from one grade on.
struct GradedTopic {
  const JudgedRanking& ranking;
  std::int64_t level = 1;  ///< the first grade that is relevant, at least 1
  std::size_t relevant = 0;
  std::size_t nonrelevant = 0;  ///< judged so
  std::size_t relevant_retrieved = 0;

  std::size_t retrieved() const { return ranking.grades.size(); }
  bool is_relevant(std::size_t index) const { return ranking.grades[index] >= level; }
};

/// The ranking outlives the result.
GradedTopic grade_topic(const JudgedRanking& ranking, std::int64_t level);

}  // namespace dateline

// The value of a measure for one topic.
//
// The formulas, with where they are from, stand in docs/evaluation.md. Sums and quotients are
// formed in trec_eval's order, so that the last printed digit is the same.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/evaluate/judged_ranking.h"
#include "searcher/evaluate/measure.h"

namespace dateline {

struct MeasureRules {
  TrecEvalVersion version = TrecEvalVersion::Nine;
  std::size_t collection_size = 0;  ///< documents of the collection, where `utility` needs it
};

/// The value for a topic that has at least one document in its ranking. Measures without a value
/// for each topic give what their summary is made of; `Topics` gives 1.
double measure_value(const Measure& measure, const GradedTopic& topic, const MeasureRules& rules);

/// The grades at the top, a character each: the digit, > above 9, - for a document that is not in
/// the pool, . for one that is there unjudged.
std::string relevance_string(const JudgedRanking& ranking, std::size_t length);

}  // namespace dateline

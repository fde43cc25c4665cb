// A run scored against judgements: values for each topic, and what they sum up to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searcher/evaluate/judged_ranking.h"
#include "searcher/evaluate/measure.h"
#include "searcher/evaluate/qrels.h"
#include "searcher/evaluate/run.h"

namespace dateline {

struct EvaluationRules {
  RankingRules ranking{};
  std::int64_t level = 1;  ///< the first grade that is relevant, for measures that do not say
  /// Averages over topics that judgements and run both have, trec_eval's default; else over every
  /// judged topic, where one without results counts as 0 (trec_eval -c).
  bool common_topics_only = false;
  std::size_t collection_size = 0;  ///< documents of the collection, where `utility` needs it
};

struct TopicEvaluation {
  std::string topic;
  bool in_run = false;         ///< where not, every value is 0
  std::vector<double> values;  ///< of the measures, in their order
  std::string relevance;       ///< what a measure `relstring` prints
};

struct RunEvaluation {
  std::string run;  ///< the name of its file
  std::string tag;
  std::vector<TopicEvaluation> topics;  ///< all judged topics, in the order of their bytes
  std::vector<double> summary;          ///< of the measures; 0 where there is nothing to sum up
  std::size_t judged_topics = 0;
  std::size_t run_topics = 0;
  std::size_t common_topics = 0;

  /// The topics averaged over.
  std::size_t averaged_topics(bool common_only) const {
    return common_only ? common_topics : judged_topics;
  }
};

RunEvaluation evaluate(const RetrievalRun& run, const Qrels& qrels,
                       std::span<const Measure> measures, const EvaluationRules& rules);

}  // namespace dateline

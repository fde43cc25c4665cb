// How well rankings rank, on topics with judgements: each scheme on all of them, and the best of
// them where it is chosen on some and measured on others.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "bench/record/record.h"
#include "searcher/evaluate/measure.h"
#include "searcher/evaluate/qrels.h"
#include "searcher/evaluate/topics.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

struct RelevanceBenchOptions {
  std::vector<Topic> topics;
  Qrels qrels;
  Measure measure;
  std::vector<std::string> rankings;  ///< as `parse_ranking` reads them
  std::size_t folds = 5;              ///< at least 2
  std::function<bool()> should_stop = [] { return false; };
};

/// A scheme and what it is worth for each judged topic, in the order of their bytes.
struct RankedScheme {
  std::string ranking;
  std::vector<double> values;
};

/// What was chosen where some topics were held out.
struct HeldOutFold {
  std::string chosen;  ///< the best on average over all other topics
  double value = 0;    ///< of it, over those that were held out
  std::size_t topics = 0;
};

struct RelevanceResult {
  std::vector<std::string> topics;    ///< judged ones, in the order of their bytes
  std::vector<RankedScheme> schemes;  ///< in the order they were asked for
  std::vector<HeldOutFold> folds;
};

/// Every fifth topic, say, is held out in turn: schemes are compared on the others, the first of
/// equals wins, and the topics of that fold tell what the choice was worth.
std::vector<HeldOutFold> hold_out(const std::vector<RankedScheme>& schemes, std::size_t folds);

/// The mean over all topics, each when it was held out.
double held_out_mean(const std::vector<HeldOutFold>& folds);

/// Asks all topics with every scheme, as `dateline-search batch` does. Throws Error when no topic
/// is judged, when a scheme cannot be read, or when it is asked to stop.
RelevanceResult bench_relevance(ArchiveReader& archive, const RelevanceBenchOptions& options);

/// `measure` is its name.
Record record_of(const std::string& measure, const RelevanceResult& result);

}  // namespace dateline

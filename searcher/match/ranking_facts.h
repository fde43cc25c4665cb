// What a record of a run tells of the ranking that made it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "searcher/match/ranking_scheme.h"

namespace dateline {

struct RankingFacts {
  std::string method;                                      ///< "BM25"
  std::vector<std::pair<std::string, double>> parameters;  ///< as the field calls them
  std::string engine;                                      ///< "Xapian 1.4.22", the one in use
};

RankingFacts ranking_facts(const RankingScheme& scheme);

}  // namespace dateline

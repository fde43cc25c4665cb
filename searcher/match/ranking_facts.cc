// Tells the parameters that ranking is made with.
#include "searcher/match/ranking_facts.h"

#include <xapian.h>

namespace dateline {

RankingFacts ranking_facts(const RankingScheme& scheme) {
  return {std::string(title_of(scheme.model)), parameters_of(scheme),
          std::string("Xapian ") + Xapian::version_string()};
}

}  // namespace dateline

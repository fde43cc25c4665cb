// The ranking schemes as Xapian weighs by them.
#pragma once

#include <xapian.h>

#include <memory>

#include "searcher/match/boolean_match.h"
#include "searcher/match/ranking_scheme.h"

namespace dateline {

/// For one query: models that weigh by how many words it has are told so, for Xapian would count
/// what only narrows it too. `added` is how many words more there are than the query has.
std::unique_ptr<Xapian::Weight> make_weight(const RankingScheme& scheme, const Xapian::Query& query,
                                            double added = 0);

/// Where sets stand in a query that is to be ranked by this scheme.
SetPlace set_place(const RankingScheme& scheme);

}  // namespace dateline

// The ranking schemes as Xapian weighs by them.
#pragma once

#include <xapian.h>

#include <memory>

#include "searcher/match/ranking_scheme.h"

namespace dateline {

std::unique_ptr<Xapian::Weight> make_weight(const RankingScheme& scheme);

}  // namespace dateline

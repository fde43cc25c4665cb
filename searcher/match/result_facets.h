// The facets of a result.
#pragma once

#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/narrowed_match.h"
#include "searcher/match/narrowing.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"

namespace dateline {

/// The facets that the request asks for, counted over the match: a facet with a selection over the
/// match without that.
std::vector<Facet> make_facets(ArchiveReader::State& state, NarrowedMatch& match,
                               const Narrowing& narrowing, const SearchRequest& request);

}  // namespace dateline

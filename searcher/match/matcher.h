// Matching: compiled queries against an archive. The MSet is born and dies here.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/narrowing.h"
#include "searcher/match/ranking.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"
#include "searcher/match/snippet.h"
#include "searcher/query/compiler.h"

namespace dateline {

/// A ranked document as it is shown, with the matches of the patterns; where there are none, those
/// of the names.
Hit make_hit(ArchiveReader::State& state, const RankedDocument& ranked, std::size_t rank,
             const Highlights& highlights);

/// Whether any article matches.
bool has_match(ArchiveReader& archive, const Xapian::Query& query);

/// What a match gives to a result.
struct MatchedArticles {
  std::size_t total = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
};

/// The articles that match `query` and pass the narrowing, in the order of the request. `patterns`
/// are what snippets show; without any, there is no relevance, and the newest come first.
MatchedArticles match_query(ArchiveReader& archive, const Xapian::Query& query,
                            const Narrowing& narrowing, std::span<const MatchPattern> patterns,
                            const SearchRequest& request);

}  // namespace dateline

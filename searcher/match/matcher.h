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
#include "searcher/match/facets.h"
#include "searcher/match/request.h"
#include "searcher/match/result.h"
#include "searcher/query/compiler.h"

namespace dateline {

/// What narrows a search beside its text, compiled. A facet that has a selection is counted
/// without it, so the selections are kept apart.
struct Narrowing {
  /// By FacetKind; of a facet without a selection, empty.
  std::array<std::optional<Xapian::Query>, all_facets.size()> selections;
  std::vector<Xapian::Query> others;  ///< languages, and what is excluded
  std::array<std::vector<EntityId>, all_name_types.size()> selected_names;    ///< entities
  std::array<std::vector<std::string>, all_name_types.size()> unknown_names;  ///< as typed
  std::vector<SelectedDates> selected_dates;
  std::vector<SelectedDates> selected_mentioned;
};

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

// What narrows a search beside its text, compiled.
#pragma once

#include <xapian.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "searcher/match/facets.h"
#include "searcher/match/request.h"
#include "searcher/query/pattern.h"

namespace dateline {

/// A facet that has a selection is counted without it, so the selections are kept apart.
struct Narrowing {
  /// By FacetKind; of a facet without a selection, empty.
  std::array<std::optional<Xapian::Query>, all_facets.size()> selections;
  std::vector<Xapian::Query> others;  ///< languages, and what is excluded
  std::array<std::vector<EntityId>, all_name_types.size()> selected_names;    ///< entities
  std::array<std::vector<EntityId>, all_name_types.size()> excluded_names;    ///< entities
  std::array<std::vector<std::string>, all_name_types.size()> unknown_names;  ///< as typed
  /// Of the entities that filters ask for, also those in the text: what snippets show of articles
  /// without a word of the query.
  std::vector<MatchPattern> names;
  std::vector<SelectedDates> selected_dates;
  std::vector<SelectedDates> selected_mentioned;
};

/// The query with all that narrows it.
Xapian::Query narrow(const Xapian::Query& query, const Narrowing& narrowing);

}  // namespace dateline

// What is asked of an archive: a plain record that every door to the search fills.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/name.h"
#include "searcher/match/feedback_options.h"
#include "searcher/match/ranking_scheme.h"
#include "searcher/query/parser.h"

namespace dateline {

enum class SortOrder { Relevance, Newest, Oldest };
enum class MatchMode { All, Any };
enum class FacetSort { Count, Name, Typical };
enum class FacetKind { Person, Organization, Location, Source, Date, Mentioned };

inline constexpr std::array all_facets = {FacetKind::Person,   FacetKind::Organization,
                                          FacetKind::Location, FacetKind::Source,
                                          FacetKind::Date,     FacetKind::Mentioned};

/// "person", …, "date", "mentioned".
std::string_view to_string(FacetKind facet);
std::optional<FacetKind> parse_facet_kind(std::string_view text);

/// Narrowing by the values of one facet: any of `include`, none of `exclude`.
struct NameFilter {
  NameType type = NameType::Person;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
};

/// Only the values of a facet that have a word which begins so.
struct FacetSearch {
  FacetKind facet = FacetKind::Person;
  std::string text;
};

struct SearchRequest {
  std::string text;
  QuerySyntax syntax = QuerySyntax::Query;
  MatchMode match = MatchMode::All;
  std::vector<NameFilter> names;       ///< at most one of each type
  std::vector<std::string> languages;  ///< any of these codes; empty: all
  std::vector<std::string> dates;      ///< any of these ranges, as typed; empty: all
  std::vector<std::string> mentioned;  ///< a date in any of these ranges is named; empty: all
  std::vector<FacetKind> facets{all_facets.begin(), all_facets.end()};
  std::size_t facet_limit = 10;
  std::optional<std::size_t> date_limit;  ///< that of the facets of dates; empty: `facet_limit`
  FacetSort facet_sort = FacetSort::Count;
  std::vector<FacetSearch> facet_searches;  ///< at most one of each facet
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::size_t snippets = 2;  ///< at most so many for a hit
  SortOrder sort = SortOrder::Relevance;
  RankingScheme ranking;
  std::optional<FeedbackOptions> feedback{};
  Date today{};           ///< what "3m.." counts back from
  bool only_ids = false;  ///< hits know their ids and scores alone, and there are no facets
  bool suggest = true;    ///< whether to look for a spelling that finds more
};

}  // namespace dateline

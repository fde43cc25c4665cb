// The words for facets.
#include "searcher/match/request.h"

namespace dateline {

std::string_view to_string(FacetKind facet) {
  constexpr std::array<std::string_view, all_facets.size()> words = {
      "person", "organization", "location", "source", "date", "mentioned"};
  return words.at(static_cast<std::size_t>(facet));
}

std::optional<FacetKind> parse_facet_kind(std::string_view text) {
  for (const FacetKind facet : all_facets) {
    if (to_string(facet) == text) {
      return facet;
    }
  }
  return std::nullopt;
}

}  // namespace dateline

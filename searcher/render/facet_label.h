// What a value of a facet is called where it can be chosen: "p1" is the first value of person.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/match/request.h"

namespace dateline {

struct FacetLabel {
  FacetKind facet = FacetKind::Person;
  std::size_t place = 1;  ///< from 1, among the values as they were shown

  friend bool operator==(const FacetLabel&, const FacetLabel&) = default;
};

/// The first letter of the facet, which no other has, and the place: "p1", "o12".
std::string to_string(const FacetLabel& label);
std::optional<FacetLabel> parse_facet_label(std::string_view text);

}  // namespace dateline

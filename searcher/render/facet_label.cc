// Writes and reads labels.
#include "searcher/render/facet_label.h"

#include <charconv>

namespace dateline {

std::string to_string(const FacetLabel& label) {
  return to_string(label.facet).front() + std::to_string(label.place);
}

std::optional<FacetLabel> parse_facet_label(std::string_view text) {
  if (text.size() < 2) {
    return std::nullopt;
  }
  const std::string_view digits = text.substr(1);
  for (const FacetKind facet : all_facets) {
    if (to_string(facet).front() != text.front()) {
      continue;
    }
    FacetLabel label{facet, 0};
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), label.place);
    if (problem == std::errc{} && end == digits.data() + digits.size() && label.place > 0) {
      return label;
    }
  }
  return std::nullopt;
}

}  // namespace dateline

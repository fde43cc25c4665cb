// Fills lines with values as long as they fit.
#include "searcher/render/facet_lines.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "searcher/render/facet_label.h"

namespace dateline {

namespace {

constexpr std::size_t margin = 14;  // the longest name of a facet, and a space
constexpr std::size_t max_value_width = 40;
constexpr std::string_view separator = " · ";
constexpr std::size_t separator_width = 3;

Line value_line(const FacetValue& value, const FacetLabel& label) {
  const Look look = value.selected ? Look::Strong : Look::Plain;
  Line line{{(value.selected ? "*" : "") + to_string(label) + " ", Look::Detail}};
  const Line name = shorten({printable(value.value, look)}, max_value_width);
  line.insert(line.end(), name.begin(), name.end());
  line.push_back({" " + with_thousands(value.count), look});
  return line;
}

Piece more_piece(std::size_t number) {
  return {with_thousands(number) + " more", Look::Detail};
}

/// The places of the values in the order they are shown: what is selected first, for it may be
/// rare and must be seen.
std::vector<std::size_t> places_of(const Facet& facet) {
  std::vector<std::size_t> places(facet.values.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_partition(places.begin(), places.end(),
                        [&](std::size_t i) { return facet.values[i].selected; });
  return places;
}

/// Lines of one facet: `width` columns each, at most `max_lines`.
std::vector<Line> lines_of(const Facet& facet, std::size_t width, std::size_t max_lines) {
  std::vector<Line> lines(1);
  std::size_t used = 0;
  std::size_t shown = 0;
  for (const std::size_t place : places_of(facet)) {
    Line next = value_line(facet.values[place], {facet.kind, place + 1});
    const std::size_t left = facet.total_values - std::min(facet.total_values, shown + 1);
    const bool is_last_line = lines.size() == max_lines;
    const std::size_t reserved =
        is_last_line && left > 0 ? separator_width + width_of({more_piece(left)}) : 0;
    const std::size_t needed = (used > 0 ? separator_width : 0) + width_of(next);
    if (used > 0 && used + needed + reserved > width) {
      if (is_last_line) {
        break;
      }
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back().push_back({std::string(separator)});
      used += separator_width;
    }
    next = shorten(next, width);
    used += width_of(next);
    lines.back().insert(lines.back().end(), std::make_move_iterator(next.begin()),
                        std::make_move_iterator(next.end()));
    ++shown;
  }
  if (shown < facet.total_values) {
    const Piece more = more_piece(facet.total_values - shown);
    if (used + separator_width + width_of({more}) > width && lines.size() < max_lines) {
      lines.emplace_back();
    } else {
      lines.back().push_back({std::string(separator)});
    }
    lines.back().push_back(more);
    lines.back() = shorten(lines.back(), width);
  }
  return lines;
}

}  // namespace

std::vector<Line> labelled_facet_lines(const SearchResult& result, const TextStyle& style) {
  std::vector<Line> all;
  for (const Facet& facet : result.facets) {
    if (facet.values.empty()) {
      continue;
    }
    std::vector<Line> lines =
        lines_of(facet, style.width - std::min(style.width - 1, margin), style.facet_lines);
    indent(lines, margin);
    const std::string name(to_string(facet.kind));
    lines.front().front() = {name + std::string(margin - name.size(), ' '), Look::Strong};
    all.insert(all.end(), std::make_move_iterator(lines.begin()),
               std::make_move_iterator(lines.end()));
  }
  return all;
}

}  // namespace dateline

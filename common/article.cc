// The names of the ways in which a publication date is known.
#include "common/article.h"

#include <array>

namespace dateline {

namespace {

constexpr std::array<std::string_view, 4> date_from_names = {"metadata", "url", "dateline", "cue"};

}  // namespace

std::string_view to_string(DateFrom from) {
  return date_from_names.at(static_cast<std::size_t>(from));
}

std::optional<DateFrom> parse_date_from(std::string_view text) {
  for (std::size_t i = 0; i < date_from_names.size(); ++i) {
    if (date_from_names.at(i) == text) {
      return static_cast<DateFrom>(i);
    }
  }
  return std::nullopt;
}

}  // namespace dateline

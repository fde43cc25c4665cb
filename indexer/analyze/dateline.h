// The dateline of a dispatch: "BAMAKO, Feb. 6, 2023 (Reuters) -".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

struct Dateline {
  std::size_t bytes = 0;         ///< its length, with the dash and the spaces around it
  std::optional<Date> date;      ///< only when it has a year
  std::string_view agency;       ///< without its parentheses; empty when there is none
  std::size_t agency_begin = 0;  ///< the byte offset of its opening parenthesis
};

/// The dateline at the beginning of a line: a place in capitals, or a place with a day or an
/// agency, and a dash. Empty when the line has none.
std::optional<Dateline> read_dateline(std::string_view line);

}  // namespace dateline

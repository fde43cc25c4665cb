// A run of words that may be a name.
#pragma once

#include <cstdint>
#include <optional>

#include "common/name.h"

namespace dateline {

/// What a decoder of runs says of the words [first, end). Without a type it is a name only if the
/// rest of the article says so.
struct NameSpan {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::optional<NameType> type;
  std::uint32_t weight = 0;  ///< how sure: 0 without a type, 1 a guess, 2 by context, 3 known

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

}  // namespace dateline

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
  std::uint32_t weight = 0;  ///< how sure: 0 without a type, else `by_model` or `known`

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

inline constexpr std::uint32_t by_model = 2;  ///< the decoder found it
inline constexpr std::uint32_t known = 3;     ///< the lexicon or a definition proves it

}  // namespace dateline

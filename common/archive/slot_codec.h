// How values stand in the slots of an archive: in bytes whose order is the order of the values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/period.h"

namespace dateline {

/// A day as 4 bytes, big-endian, counting from the first day of the year 1.
std::string pack_date(Date date);
std::optional<Date> unpack_date(std::string_view bytes);

/// A count in 7-bit groups, least significant first; every group but the last has its high bit set.
void append_number(std::string& out, std::uint64_t number);

/// Takes a number off the front of `bytes`; empty when there is none that fits. Inline, for facets
/// read the names of every article of a match by it.
inline std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  constexpr std::size_t max_groups = 9;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes.size() && i < max_groups; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << (7 * i);
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      return number;
    }
  }
  return std::nullopt;
}

/// Periods that stand in order, each once: each as the difference to the one before, as
/// `append_number` writes it. Empty for none.
std::string pack_periods(std::span<const Period> periods);

/// Fills `periods`; false when these are not the bytes of periods.
bool unpack_periods(std::string_view bytes, std::vector<Period>& periods);

}  // namespace dateline

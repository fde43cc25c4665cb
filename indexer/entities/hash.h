// The hashes that stand for words and observations.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// A hash of bytes; not fit against attackers, who could only slow their own articles down.
std::uint64_t hash_of(std::string_view bytes);

/// The same number for the same hash, with what is in any of its bits spread over all.
constexpr std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93;
  hash ^= hash >> 32U;
  return hash;
}

}  // namespace dateline

// The hashes that stand for words and observations.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

/// Eight bytes of a text from `begin` on as a number, the first of them lowest; zeros behind the
/// end of the text.
inline std::uint64_t eight_bytes_at(std::string_view text, std::size_t begin) {
  std::uint64_t bytes = 0;
  if (begin + sizeof(bytes) <= text.size()) {
    std::memcpy(&bytes, text.data() + begin, sizeof(bytes));
  } else {
    std::memcpy(&bytes, text.data() + begin, text.size() - begin);
  }
  if constexpr (std::endian::native == std::endian::big) {
    bytes = __builtin_bswap64(bytes);
  }
  return bytes;
}

/// The hash of what was hashed before and eight more bytes. One of no more than that, from 0 on,
/// differs from all others of its kind.
constexpr std::uint64_t hash_onto(std::uint64_t hash, std::uint64_t eight_bytes) {
  return mixed(hash ^ eight_bytes);
}

}  // namespace dateline

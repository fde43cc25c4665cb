// How numbers and strings stand in keys and tags of the glass format.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::glass {

/// 7 bits a byte, the lowest first, the top bit set on all but the last: for any place.
inline void append_uint(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7F) | 0x80);
    number >>= 7;
  }
  out += static_cast<char>(number);
}

/// Reads what `append_uint` wrote. The bytes are our own: a number that is cut short is a mistake.
inline std::uint64_t take_uint(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    assert(!bytes.empty());
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) {
      return number;
    }
  }
}

/// Little-endian without zero bytes at the end: for the end of a key or tag, which tells its
/// length.
inline void append_last_uint(std::string& out, std::uint64_t number) {
  for (; number != 0; number >>= 8) {
    out += static_cast<char>(number & 0xFF);
  }
}

/// Bytes that sort as the numbers do: the length in leading one bits of the first, then big-endian.
inline void append_sortable_uint(std::string& out, std::uint64_t number) {
  unsigned bytes = 2;
  while (bytes < 8 && (number >> (7 * bytes + 1)) != 0) {
    ++bytes;
  }
  const std::uint64_t ones = ((std::uint64_t{1} << (bytes - 2)) - 1) << (10 - bytes);
  const std::uint64_t marked = number | (ones << (8 * (bytes - 1)));
  for (unsigned i = bytes; i-- > 0;) {
    out += static_cast<char>((marked >> (8 * i)) & 0xFF);
  }
}

inline void append_bool(std::string& out, bool flag) {
  out += flag ? '1' : '0';
}

/// Its length, then the bytes.
inline void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out += bytes;
}

/// A string at the end of a key: each zero byte is followed by 0xFF, so that another may begin
/// with what this one is.
inline void append_last_sortable_string(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    out += c;
    if (c == '\0') {
      out += '\xFF';
    }
  }
}

/// The same before more of a key: a zero byte ends it.
inline void append_sortable_string(std::string& out, std::string_view bytes) {
  append_last_sortable_string(out, bytes);
  out += '\0';
}

}  // namespace dateline::glass

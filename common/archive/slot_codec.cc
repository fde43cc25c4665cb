// Packing and unpacking of slot values.
#include "common/archive/slot_codec.h"

namespace dateline {

std::string pack_date(Date date) {
  const auto days = static_cast<std::uint32_t>((date - earliest_date).count());
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) {
    bytes += static_cast<char>((days >> shift) & 0xFF);
  }
  return bytes;
}

std::optional<Date> unpack_date(std::string_view bytes) {
  if (bytes.size() != 4) {
    return std::nullopt;
  }
  std::uint32_t days = 0;
  for (const char byte : bytes) {
    days = days << 8 | static_cast<unsigned char>(byte);
  }
  const auto most = static_cast<std::uint32_t>((latest_date - earliest_date).count());
  if (days > most) {
    return std::nullopt;
  }
  return earliest_date + std::chrono::days{days};
}

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) {
    out += static_cast<char>(number | 0x80);
  }
  out += static_cast<char>(number);
}

}  // namespace dateline

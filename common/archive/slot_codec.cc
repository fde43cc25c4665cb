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

namespace {

// A period as a number: the digits of year, month and day in mixed bases, so that the numbers have
// the order of the periods.
constexpr std::uint64_t days_base = 32;
constexpr std::uint64_t months_base = 13;

std::uint64_t to_number(const Period& period) {
  return (static_cast<std::uint64_t>(period.year) * months_base + period.month) * days_base +
         period.day;
}

Period from_number(std::uint64_t number) {
  return {.year = static_cast<int>(number / (days_base * months_base)),
          .month = static_cast<unsigned>(number / days_base % months_base),
          .day = static_cast<unsigned>(number % days_base)};
}

}  // namespace

void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) {
    out += static_cast<char>(number | 0x80);
  }
  out += static_cast<char>(number);
}

std::string pack_periods(std::span<const Period> periods) {
  std::string bytes;
  std::uint64_t last = 0;
  for (const Period& period : periods) {
    const std::uint64_t number = to_number(period);
    append_number(bytes, number - last);
    last = number;
  }
  return bytes;
}

bool unpack_periods(std::string_view bytes, std::vector<Period>& periods) {
  constexpr std::uint64_t past_last =
      static_cast<std::uint64_t>(last_named_year + 1) * months_base * days_base;
  periods.clear();
  std::uint64_t last = 0;
  while (!bytes.empty()) {
    const std::optional<std::uint64_t> difference = take_number(bytes);
    if (!difference || *difference == 0 || *difference >= past_last - last) {
      return false;
    }
    last += *difference;
    periods.push_back(from_number(last));
    if (!is_period(periods.back())) {
      return false;
    }
  }
  return true;
}

}  // namespace dateline

// How words are written: in capitals, small, with digits.
#pragma once

#include <cstdint>

namespace dateline {

/// How a word is written.
enum class Shape : std::uint8_t {
  Lower,     ///< no capital, or a script without them
  Initial,   ///< one capital letter
  Title,     ///< "Mali", "McDonald", "al-Qaeda"
  Capitals,  ///< "UN", "U.N.", "M5-RFP"
  Number,    ///< begins with a digit
  Other,     ///< never part of a name: handles, hashtags, addresses, "iPhone"
};

constexpr bool is_capital(Shape shape) {
  return shape == Shape::Title || shape == Shape::Capitals || shape == Shape::Initial;
}

}  // namespace dateline

// The kinds of characters the tagger tells apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

enum class Kind : unsigned char {
  Upper,
  Lower,  ///< also letters of scripts without case, and marks
  Digit,
  Space,
  Newline,
  Apostrophe,
  Quote,
  Hyphen,
  Other,
};

struct Character {
  Kind kind = Kind::Other;
  std::size_t bytes = 1;  ///< 0 past the end
};

/// The character at an offset; of kind Space past the end.
Character character_at(std::string_view text, std::size_t offset);

constexpr bool is_letter(Kind kind) {
  return kind == Kind::Upper || kind == Kind::Lower;
}
constexpr bool is_word(Kind kind) {
  return kind <= Kind::Digit;
}

}  // namespace dateline

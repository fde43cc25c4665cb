// The kinds of characters the tagger tells apart.
#pragma once

#include <array>
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

/// The kinds of ASCII.
extern const std::array<Kind, 128> ascii_kinds;

/// The character at an offset inside the text that is no ASCII; for `character_at`.
Character long_character_at(std::string_view text, std::size_t offset);

/// The character at an offset; of kind Space past the end.
inline Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) {
    return {Kind::Space, 0};
  }
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < ascii_kinds.size() ? Character{ascii_kinds[byte], 1}
                                   : long_character_at(text, offset);
}

constexpr bool is_letter(Kind kind) {
  return kind == Kind::Upper || kind == Kind::Lower;
}
constexpr bool is_word(Kind kind) {
  return kind <= Kind::Digit;
}

}  // namespace dateline

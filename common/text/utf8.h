// The door for text: whatever bytes come in, valid UTF-8 goes out. Nothing behind it checks again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/alignment.h"

namespace dateline {

bool is_valid_utf8(std::string_view bytes);

/// The text of a file in whatever encoding it is: a byte order mark decides, then valid UTF-8,
/// then mostly valid UTF-8 (odd bytes become U+FFFD), then the charset detector. Never fails.
std::string decode_text(std::string_view bytes);

/// Valid UTF-8 made fit for the index and for people: mojibake of UTF-8 read as Windows-1252 is
/// undone ("GoÃ¯ta", "â€™", a stray "Â" before a space or the end), line ends become "\n", odd
/// spaces become plain ones; NUL and other control characters, soft hyphens, byte order marks,
/// zero-width and bidirectional control characters go. Invalid bytes become U+FFFD.
std::string mend_text(std::string_view text);

/// `mend_text` for what stands on one line: white space is folded to single spaces and trimmed.
std::string mend_line(std::string_view text);

/// The same; `alignment` is told the steps that lead from the result back to `text`.
std::string mend_text(std::string_view text, TextAlignment& alignment);
std::string mend_line(std::string_view text, TextAlignment& alignment);

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
};

/// The code point that starts at `offset`, which is no ASCII; for `code_point_at`.
CodePoint long_code_point_at(std::string_view text, std::size_t offset);

/// The code point that starts at `offset` and its length in bytes; U+FFFD and 1 where the bytes
/// are invalid. `offset` lies inside the text.
inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? CodePoint{first, 1} : long_code_point_at(text, offset);
}

void append_utf8(std::string& out, char32_t code_point);

/// The longest prefix of at most `max_bytes` that ends between two characters.
std::string_view cut_at_character(std::string_view text, std::size_t max_bytes);

/// Columns a terminal needs for this text.
std::size_t display_width(std::string_view text);

}  // namespace dateline

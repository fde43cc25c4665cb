// What kind of character a code point is, as the analysis sees it.
#pragma once

namespace dateline {

/// `is_word_character` beyond ASCII.
bool is_long_word_character(char32_t c);

/// Letters, digits and the marks on them; no apostrophe.
inline bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  return is_long_word_character(c);
}

/// A mark that belongs to the letter before it, and begins no word.
bool is_mark(char32_t c);

bool is_upper_case(char32_t c);
bool is_lower_case(char32_t c);
bool is_digit(char32_t c);

/// ', ’, ‘ and ʼ, which the press uses for one another.
bool is_apostrophe(char32_t c);

/// -, the typographic hyphen and the one that does not break.
bool is_hyphen(char32_t c);

/// `is_unspaced_script` from Thai on.
bool is_long_unspaced_script(char32_t c);

/// A character of a script written without spaces, so that it must be a word of its own.
inline bool is_unspaced_script(char32_t c) {
  constexpr char32_t first_unspaced = 0x0E00;  // Thai
  return c >= first_unspaced && is_long_unspaced_script(c);
}

}  // namespace dateline

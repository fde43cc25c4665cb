// Kinds of characters, by the Unicode categories of utf8proc.
#include "common/text/character.h"

#include <utf8proc.h>

namespace dateline {

namespace {

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

}  // namespace

bool is_long_word_character(char32_t c) {
  if (is_apostrophe(c)) {
    return false;
  }
  const utf8proc_category_t kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO;
}

bool is_mark(char32_t c) {
  if (c < 0x300) {
    return false;
  }
  const utf8proc_category_t kind = category(c);
  return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_upper_case(char32_t c) {
  if (c < 0x80) {
    return is_between(c, 'A', 'Z');
  }
  const utf8proc_category_t kind = category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower_case(char32_t c) {
  return c < 0x80 ? is_between(c, 'a', 'z') : category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t c) {
  return c < 0x80 ? is_between(c, '0', '9') : category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010' || c == U'\u2011';
}

bool is_long_unspaced_script(char32_t c) {
  return is_between(c, 0x0E00, 0x0EFF) ||  // Thai, Lao
         is_between(c, 0x1000, 0x109F) ||  // Burmese
         is_between(c, 0x1780, 0x17FF) ||  // Khmer
         is_between(c, 0x3040, 0x30FF) ||  // Hiragana, Katakana
         is_between(c, 0x3400, 0x4DBF) ||  // Han
         is_between(c, 0x4E00, 0x9FFF) ||  // Han
         is_between(c, 0xF900, 0xFAFF) ||  // Han, compatibility forms
         is_between(c, 0x20000, 0x323AF);  // Han, the rest
}

}  // namespace dateline

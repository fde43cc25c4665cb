// Folding by utf8proc's decompositions, with the few letters that have none spelt out.
#include "common/text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr char32_t cyrillic_i = 0x438;
constexpr char32_t combining_breve = 0x306;
constexpr char32_t cyrillic_short_i = 0x439;

// Marks that only colour a letter: accents of the European scripts, vowel points of Hebrew and
// Arabic, which the press leaves out.
bool is_accent(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640;
}

std::string_view spelt_out(char32_t c) {
  switch (c) {
    case 0xE6: return "ae";
    case 0x153: return "oe";
    case 0xF8: return "o";
    case 0x142: return "l";
    case 0x111:
    case 0xF0: return "d";
    case 0xFE: return "th";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x167: return "t";
    default: return {};
  }
}

void append_folded(std::string& out, char32_t c) {
  // A letter decomposes into at most 18 code points in Unicode 15.
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE),
      &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) {
    const auto part = static_cast<char32_t>(parts.at(static_cast<std::size_t>(i)));
    const bool breve_follows =
        i + 1 < count && parts.at(static_cast<std::size_t>(i) + 1) == combining_breve;
    if (part == cyrillic_i && breve_follows) {
      append_utf8(out, cyrillic_short_i);
    } else if (const std::string_view spelling = spelt_out(part); !spelling.empty()) {
      out += spelling;
    } else if (!is_accent(part)) {
      append_utf8(out, part);
    }
  }
}

void append_lower(std::string& out, std::string_view ascii) {
  const std::size_t begin = out.size();
  out += ascii;
  for (std::size_t i = begin; i < out.size(); ++i) {
    out[i] = to_lower(out[i]);
  }
}

}  // namespace

void fold_onto(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80) {
      ++end;
    }
    append_lower(out, text.substr(at, end - at));
    at = end;
    if (at < text.size()) {
      const CodePoint point = code_point_at(text, at);
      append_folded(out, point.value);
      at += point.bytes;
    }
  }
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  fold_onto(folded, text);
  return folded;
}

std::string fold_name(std::string_view name) {
  const std::string folded = fold(name);
  std::string words;
  bool space_due = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (is_word_character(point.value)) {
      if (space_due && !words.empty()) {
        words += ' ';
      }
      space_due = false;
      words.append(folded, at, point.bytes);
    } else if (point.value != U'.' && !is_apostrophe(point.value)) {
      space_due = true;
    }
    at += point.bytes;
  }
  return words;
}

}  // namespace dateline

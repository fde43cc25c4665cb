// ASCII by comparison, the rest by utf8proc's categories.
#include "indexer/entities/characters.h"

#include <utf8proc.h>

#include <array>

#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr Kind kind_of_ascii(char c) {
  if (c >= 'a' && c <= 'z') {
    return Kind::Lower;
  }
  if (c >= 'A' && c <= 'Z') {
    return Kind::Upper;
  }
  if (c >= '0' && c <= '9') {
    return Kind::Digit;
  }
  switch (c) {
    case '\n': return Kind::Newline;
    case ' ':
    case '\t':
    case '\r': return Kind::Space;
    case '\'': return Kind::Apostrophe;
    case '"': return Kind::Quote;
    case '-': return Kind::Hyphen;
    default: return Kind::Other;
  }
}

Kind kind_of(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'ʼ': return Kind::Apostrophe;
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»': return Kind::Quote;
    case U'‐':
    case U'‑': return Kind::Hyphen;
    default: break;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Kind::Upper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return Kind::Lower;
    case UTF8PROC_CATEGORY_ND: return Kind::Digit;
    case UTF8PROC_CATEGORY_ZS: return Kind::Space;
    default: return Kind::Other;
  }
}

constexpr std::array<Kind, 128> all_ascii_kinds() {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    kinds.at(c) = kind_of_ascii(static_cast<char>(c));
  }
  return kinds;
}

}  // namespace

constexpr std::array<Kind, 128> ascii_kinds = all_ascii_kinds();

Character long_character_at(std::string_view text, std::size_t offset) {
  const CodePoint point = code_point_at(text, offset);
  return {kind_of(point.value), point.bytes};
}

}  // namespace dateline

// Text of names, cleaned of line breaks and capitals.
#include "indexer/entities/surface.h"

#include <utf8proc.h>

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/entities/characters.h"

namespace dateline {

namespace {

std::string_view text_of(const Document& document, const NameSpan& span) {
  const std::size_t begin = document.words[span.first].begin;
  return document.text.substr(begin, document.words[span.end - 1].end - begin);
}

bool is_all_capitals(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == Kind::Lower) {
      return false;
    }
    at += c.bytes;
  }
  return true;
}

std::ptrdiff_t accents(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Whether a text is to be shown as it is: ASCII with single spaces.
bool is_plain(std::string_view text) {
  char before = ' ';
  return std::all_of(text.begin(), text.end(), [&before](char c) {
    const bool is_double_space = c == ' ' && before == ' ';
    before = c;
    return c >= ' ' && c <= '~' && !is_double_space;
  });
}

/// On one line, with straight apostrophes.
std::string on_one_line(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == Kind::Space || c.kind == Kind::Newline) {
      name += name.empty() || name.back() == ' ' ? "" : " ";
    } else if (c.kind == Kind::Apostrophe) {
      name += '\'';
    } else {
      name += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return name;
}

}  // namespace

std::string surface_of(const Document& document, const NameSpan& span) {
  const std::string_view text = text_of(document, span);
  std::string name = is_plain(text) ? std::string(text) : on_one_line(text);
  const bool ends_with_abbreviation =
      name.size() > 2 && name.back() == '.' && name[name.size() - 2] >= 'a';
  if (ends_with_abbreviation) {
    name.pop_back();
  }
  return name;
}

bool is_better_written(const Document& document, const NameSpan& span, const NameSpan& other) {
  const std::string_view text = text_of(document, span);
  const std::string_view other_text = text_of(document, other);
  if (text == other_text) {
    return false;
  }
  const bool in_capitals = is_all_capitals(text);
  const bool other_in_capitals = is_all_capitals(other_text);
  return in_capitals != other_in_capitals ? other_in_capitals : accents(text) > accents(other_text);
}

std::string without_capitals(std::string name) {
  constexpr std::size_t longest_code = 3;
  if (name.size() <= longest_code || !is_all_capitals(name)) {
    return name;
  }
  std::string quiet;
  bool at_start = true;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    const auto value = static_cast<utf8proc_int32_t>(point.value);
    append_utf8(quiet, at_start ? point.value : static_cast<char32_t>(utf8proc_tolower(value)));
    at_start = !is_word(character_at(name, at).kind);
    at += point.bytes;
  }
  return quiet;
}

}  // namespace dateline

// A full stop ends a sentence when no abbreviation needs it and what follows can begin another.
#include "indexer/analyze/sentence.h"

#include "common/ascii.h"
#include "common/text/abbreviation.h"
#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && !is_space(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin, at - begin);
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'»';
}

std::size_t skip_closing(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_closing(c.value)) {
      break;
    }
    at += c.bytes;
  }
  return at;
}

}  // namespace

std::size_t find_sentence_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t stop = at;
    at += c.bytes;
    if (c.value == U'。') {
      return skip_closing(text, at);
    }
    if (c.value != U'.' && c.value != U'!' && c.value != U'?' && c.value != U'…') {
      continue;
    }
    const std::size_t end = skip_closing(text, at);
    std::size_t next = end;
    while (next < text.size() && is_space(text[next])) {
      ++next;
    }
    if (next == text.size()) {
      return end;
    }
    const bool continues = next == end || is_lower_case(code_point_at(text, next).value) ||
                           (c.value == U'.' && is_abbreviation(word_before(text, stop)));
    if (!continues) {
      return end;
    }
  }
  return std::string_view::npos;
}

bool ends_with_full_stop(std::string_view line) {
  const std::size_t stop = line.rfind('.');
  if (stop == std::string_view::npos || skip_closing(line, stop + 1) != line.size()) {
    return false;
  }
  // Three of them only say that there is more.
  return !line.substr(0, stop).ends_with('.') && !is_abbreviation(word_before(line, stop));
}

}  // namespace dateline

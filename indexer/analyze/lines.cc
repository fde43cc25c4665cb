// Walks over lines and words; all of it looks at no more of the text than it has to.
#include "indexer/analyze/lines.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

std::optional<Line> next_line(std::string_view text, std::size_t& at) {
  if (at >= text.size()) {
    return std::nullopt;
  }
  const std::size_t end = std::min(text.find('\n', at), text.size());
  const std::string_view line = trim(text.substr(at, end - at));
  const std::size_t begin = line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
  at = end + 1;
  return Line{begin, line};
}

std::vector<Line> first_lines(std::string_view text, std::size_t count) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (lines.size() < count) {
    const auto line = next_line(text, at);
    if (!line) {
      break;
    }
    if (!line->text.empty()) {
      lines.push_back(*line);
    }
  }
  return lines;
}

std::vector<Line> last_lines(std::string_view text, std::size_t count) {
  std::vector<Line> lines;
  std::size_t end = text.size();
  while (lines.size() < count && end > 0) {
    const std::size_t newline = text.substr(0, end).rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    std::size_t at = begin;
    const auto line = next_line(text.substr(0, end), at);
    if (line && !line->text.empty()) {
      lines.push_back(*line);
    }
    end = begin == 0 ? 0 : begin - 1;
  }
  std::ranges::reverse(lines);
  return lines;
}

std::string plain_line(std::string_view line) {
  std::string plain(line.size(), '\0');  // at most
  auto out = plain.begin();
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    const bool is_first = out == plain.begin();
    if (c.value == U' ' || c.value == U'\t') {
      if (!is_first && *(out - 1) != ' ') {
        *out++ = ' ';
      }
    } else if (c.value < 0x80) {
      const bool is_bullet = is_first && (c.value == U'*' || c.value == U'-');
      if (!is_bullet) {
        *out++ = to_lower(line[at]);
      }
    } else if (is_apostrophe(c.value)) {
      *out++ = '\'';
    } else if (!is_first || c.value != U'•') {
      out = std::ranges::copy(line.substr(at, c.bytes), out).out;
    }
    at += c.bytes;
  }
  plain.erase(out, plain.end());
  return plain;
}

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && !is_space(line[end])) {
      ++end;
    }
    if (end != at) {
      words.push_back(line.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

bool is_capitalised(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (is_word_character(c.value)) {
      return is_upper_case(c.value);
    }
    at += c.bytes;
  }
  return false;
}

bool is_name_like(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 26> particles = {
      "al", "and", "at", "bin", "da", "de", "del", "della", "der", "des",  "di",  "do",  "dos",
      "du", "el",  "in", "la",  "le", "of", "on",  "sur",   "the", "upon", "van", "von", "&"};
  return !words.empty() && is_capitalised(words.front()) &&
         std::ranges::all_of(words, [&](std::string_view word) {
           return is_capitalised(word) || std::ranges::find(particles, word) != particles.end() ||
                  word.starts_with("al-") || word.starts_with("el-") || word.starts_with("d'");
         });
}

bool is_capitals_line(std::string_view line) {
  constexpr std::size_t enough_letters = 3;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_lower_case(c.value)) {
      return false;
    }
    capitals += is_upper_case(c.value) ? 1U : 0U;
    at += c.bytes;
  }
  return capitals >= enough_letters;
}

}  // namespace dateline

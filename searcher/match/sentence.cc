// Sentence ends by rule: what follows a full stop, and which words are known to carry one.
#include "searcher/match/sentence.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/ascii.h"
#include "common/text/abbreviation.h"
#include "common/text/character.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr std::size_t max_abbreviation_bytes = 8;

/// Full stops of scripts that put no space after them.
bool is_wide_stop(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？';
}

bool is_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'।' || c == U'؟' || c == U'۔' ||
         is_wide_stop(c);
}

/// The bytes that neither are nor begin a line end or a full stop, so that most of a text is passed
/// without a closer look.
constexpr std::array<std::uint8_t, 256> make_plain_bytes() {
  std::array<std::uint8_t, 256> plain{};
  plain.fill(1);
  for (const char c : std::string_view("\n.!?\xD8\xDB\xE0\xE2\xE3\xEF")) {
    plain.at(static_cast<unsigned char>(c)) = 0;
  }
  return plain;
}

constexpr std::array<std::uint8_t, 256> plain_bytes = make_plain_bytes();

/// What closes after a full stop and still belongs to the sentence.
bool is_closer(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'»' ||
         c == U'」' || c == U'』';
}

bool is_opener(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'“' || c == U'‘' || c == U'(' || c == U'[' || c == U'«' ||
         c == U'¿' || c == U'¡';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  return at;
}

/// The next byte from `at` on that is not plain, or the end.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  constexpr std::size_t step = 4;
  const auto is_plain = [text](std::size_t i) {
    return plain_bytes[static_cast<unsigned char>(text[i])];
  };
  while (at + step <= text.size() &&
         (is_plain(at) & is_plain(at + 1) & is_plain(at + 2) & is_plain(at + 3)) != 0) {
    at += step;
  }
  while (at < text.size() && is_plain(at) != 0) {
    ++at;
  }
  return at;
}

std::size_t skip_stops_and_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_stop(point.value) && !is_closer(point.value)) {
      break;
    }
    at += point.bytes;
  }
  return at;
}

/// The character a sentence from `at` on would begin with, quotes and brackets aside.
char32_t first_letter(std::string_view text, std::size_t at) {
  constexpr int max_openers = 3;
  for (int i = 0; at < text.size(); ++i) {
    const CodePoint point = code_point_at(text, at);
    if (i == max_openers || !is_opener(point.value)) {
      return point.value;
    }
    at += point.bytes;
  }
  return U'\0';
}

/// Whether the full stop at `stop` belongs to the word before it: "Jan.", "U.N.", "J.", "No. 5".
bool belongs_to_word(std::string_view text, std::size_t sentence, std::size_t stop,
                     char32_t follows) {
  std::size_t begin = stop;
  while (begin > sentence && stop - begin <= 2 * max_abbreviation_bytes &&
         !is_space(text[begin - 1]) && !is_opener(static_cast<unsigned char>(text[begin - 1])) &&
         text[begin - 1] != '-') {
    --begin;
  }
  const std::string_view word = text.substr(begin, stop - begin);
  return is_abbreviation(word) || (word == "No" && is_digit(follows));
}

}  // namespace

SentenceWalker::SentenceWalker(std::string_view text)
    : text_(text), is_hard_wrapped_(is_hard_wrapped(text)) {}

bool SentenceWalker::next(Sentence& sentence, std::size_t give_up) {
  at_ = skip_space(text_, at_);
  if (at_ == text_.size()) {
    return false;
  }
  const std::size_t begin = at_;
  const std::string_view part = text_.substr(0, give_up < text_.size() ? give_up + 1 : give_up);
  while ((at_ = skip_plain(part, at_)) < part.size()) {
    const std::size_t here = at_;
    if (text_[here] == '\n') {
      if (ends_in_space(begin, sentence)) {
        return true;
      }
      continue;
    }
    const CodePoint point = code_point_at(text_, here);
    at_ += point.bytes;
    if (is_stop(point.value)) {
      at_ = skip_stops_and_closers(text_, at_);
      if (ends_after_stop(begin, here, at_)) {
        sentence = {begin, at_, true};
        return true;
      }
    }
  }
  if (!ends_in_space(begin, sentence)) {
    sentence = {begin, at_, false};
  }
  return true;
}

/// Steps over the white space that the walk has come to, and says whether the sentence from `begin`
/// on ended before it.
bool SentenceWalker::ends_in_space(std::size_t begin, Sentence& sentence) {
  std::size_t end = at_;
  while (end > begin && is_space(text_[end - 1])) {
    --end;
  }
  at_ = skip_space(text_, at_);
  sentence = {begin, end, false};
  return end < at_ && ends_at_space(end, at_);
}

bool SentenceWalker::ends_at_space(std::size_t begin, std::size_t end) const {
  const auto lines = std::ranges::count(text_.substr(begin, end - begin), '\n');
  return end == text_.size() || lines > 1 || (lines == 1 && !is_hard_wrapped_);
}

bool SentenceWalker::ends_after_stop(std::size_t sentence, std::size_t stop,
                                     std::size_t after) const {
  const std::size_t next = skip_space(text_, after);
  if (next == text_.size() || ends_at_space(after, next) ||
      is_wide_stop(code_point_at(text_, stop).value)) {
    return true;
  }
  const char32_t follows = first_letter(text_, next);
  if (is_lower_case(follows)) {
    return false;
  }
  if (text_[stop] == '.' && belongs_to_word(text_, sentence, stop, follows)) {
    return false;
  }
  if (next > after) {
    return true;
  }
  // "… under Biden.Mumbai, India": paragraphs that were joined without a space.
  const CodePoint point = code_point_at(text_, next);
  if (point.value == U'“') {
    return true;
  }
  const std::size_t second = next + point.bytes;
  return stop > sentence + 1 && is_lower(text_[stop - 1]) && is_letter(text_[stop - 2]) &&
         is_upper_case(point.value) && second < text_.size() &&
         is_lower_case(code_point_at(text_, second).value);
}

bool is_hard_wrapped(std::string_view text) {
  // In text broken at a width, many lines begin in the midst of a sentence, so in lower case.
  constexpr std::size_t sample_bytes = std::size_t{1} << 14;
  std::size_t line_ends = 0;
  std::size_t lower_case = 0;
  const std::size_t end = std::min(text.size(), sample_bytes);
  for (std::size_t at = text.find('\n'); at < end; at = text.find('\n', at + 1)) {
    if (at + 1 >= text.size() || at == 0 || text[at - 1] == '\n' || is_space(text[at + 1])) {
      continue;
    }
    ++line_ends;
    lower_case += is_lower_case(code_point_at(text, at + 1).value) ? 1U : 0U;
  }
  return lower_case * 4 > line_ends;
}

}  // namespace dateline

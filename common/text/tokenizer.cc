// The tokenizer: reads a compound, then settles which of its pieces are words of their own.
#include "common/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "common/text/character.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

// Longer chains of words ("a-a-a-…") are several compounds, so that memory stays bounded.
constexpr std::size_t max_compound_words = 16;

/// What an ASCII character is to a word, in bits.
using Kind = std::uint8_t;
constexpr Kind word_kind = 1;       // a letter or digit
constexpr Kind capital_kind = 2;    // a letter that folding changes
constexpr Kind connector_kind = 4;  // may join two words, or two parts of a number
constexpr Kind beyond_kind = 8;     // no ASCII at all

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    const bool is_word = is_capital || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    kinds.at(byte) =
        static_cast<Kind>((is_word ? word_kind : 0U) | (is_capital ? capital_kind : 0U) |
                          (byte >= 0x80 ? beyond_kind : 0U));
  }
  for (const char connector : std::string_view("-'.@&_,")) {
    kinds.at(static_cast<unsigned char>(connector)) = connector_kind;
  }
  return kinds;
}

constexpr std::array<Kind, 256> kinds = make_kinds();

Kind kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

/// The end of the letters and digits of ASCII from `at` on. Looks at eight bytes at a time: in each
/// byte of a sum of bytes up to 0x7F, the highest bit says whether a bound is reached.
std::size_t skip_ascii_word(std::string_view text, std::size_t at, bool& has_capitals) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t highest = ones * 0x80U;
  const auto at_least = [](std::uint64_t bytes, char bound) {
    return bytes + ones * (0x80U - static_cast<unsigned char>(bound));
  };
  while (at + 8 <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const std::uint64_t ascii = bytes & ~highest;
    const std::uint64_t small = ascii | ones * 0x20U;
    const std::uint64_t letters = at_least(small, 'a') & ~at_least(small, 'z' + 1);
    const std::uint64_t digits = at_least(ascii, '0') & ~at_least(ascii, '9' + 1);
    const std::uint64_t others = (~(letters | digits) | bytes) & highest;
    // 0x20 tells small letters from capitals, and is moved to the highest bit.
    const std::uint64_t capitals = letters & ~(bytes << 2U) & highest;
    if (others != 0) {
      has_capitals = has_capitals || (capitals & (others - 1) & ~others) != 0;
      return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    has_capitals = has_capitals || capitals != 0;
    at += 8;
  }
  for (; at < text.size() && (kind_of(text[at]) & word_kind) != 0; ++at) {
    has_capitals = has_capitals || (kind_of(text[at]) & capital_kind) != 0;
  }
  return at;
}

/// Two words joined by one of these may be one compound.
bool is_connector(char32_t c) {
  return is_hyphen(c) || is_apostrophe(c) || c == U'.' || c == U'@' || c == U'&' || c == U'_';
}

bool begins_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return false;
  }
  const char32_t c = code_point_at(text, at).value;
  return is_word_character(c) && !is_mark(c) && !is_unspaced_script(c);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ++at;
  }
  return at;
}

/// "1,000": a comma before exactly three digits.
bool is_thousands_comma(std::string_view text, std::size_t at) {
  return text[at] == ',' && at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9' &&
         skip_digits(text, at + 1) == at + 4 && !begins_word(text, at + 4);
}

std::size_t skip_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (kind_of(text[at]) & word_kind) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (!is_word_character(point.value) || is_unspaced_script(point.value)) {
      break;
    }
    at += point.bytes;
  }
  return at;
}

/// Where the word that begins at `at` changes case inside: after "Minusma" in "MinusmaDegage",
/// after "BBC" in "BBCNews".
std::size_t find_case_change(std::string_view text, std::size_t at, std::size_t end) {
  CodePoint before = code_point_at(text, at);
  for (std::size_t i = at + before.bytes; i < end;) {
    const CodePoint here = code_point_at(text, i);
    const std::size_t after = i + here.bytes;
    const bool ends_lower = is_lower_case(before.value) && is_upper_case(here.value);
    const bool ends_capitals = is_upper_case(before.value) && is_upper_case(here.value) &&
                               after < end && is_lower_case(code_point_at(text, after).value);
    if (ends_lower || ends_capitals) {
      return i;
    }
    before = here;
    i = after;
  }
  return end;
}

/// Whether these bytes begin with one of the dashes, quotes and spaces from U+2000 on that never
/// join words: neither hyphen nor apostrophe.
bool is_typographic_end(std::string_view text) {
  return text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] != '\x90' &&
         text[2] != '\x91' && text[2] != '\x98' && text[2] != '\x99';
}

bool is_contraction(std::string_view before, std::string_view after) {
  return (after == "t" && before.ends_with('n')) || after == "ll" || after == "ve" ||
         after == "re" || (after == "d" && (before.size() > 1 || before == "i")) || after == "m";
}

}  // namespace

Tokenizer::Tokenizer(std::string_view text) : text_(text) {}

bool Tokenizer::next(Token& token) {
  while (next_piece_ >= pieces_.size()) {
    if (!find_word()) {
      return false;
    }
    if (read_plain_word(token)) {
      return true;
    }
    read_compound();
  }
  if (compound_pending_) {
    compound_pending_ = false;
    token = {.begin = pieces_.front().begin,
             .end = pieces_.back().end,
             .word = words_,
             .position = position_,
             .is_compound = true,
             .compound_words = static_cast<std::uint32_t>(pieces_.size())};
    return true;
  }
  const Piece& piece = pieces_[next_piece_++];
  token = {
      .begin = piece.begin,
      .end = piece.end,
      .word = std::string_view(words_).substr(piece.word_begin, piece.word_end - piece.word_begin),
      .position = position_++};
  return true;
}

bool Tokenizer::find_word() {
  while (at_ < text_.size()) {
    const Kind kind = kind_of(text_[at_]);
    if ((kind & word_kind) != 0) {
      return true;
    }
    if ((kind & beyond_kind) == 0) {
      ++at_;
      continue;
    }
    const CodePoint point = code_point_at(text_, at_);
    if (is_word_character(point.value) && !is_mark(point.value)) {
      return true;
    }
    at_ += point.bytes;
  }
  return false;
}

bool Tokenizer::read_plain_word(Token& token) {
  const bool is_tag = at_ > 0 && (text_[at_ - 1] == '#' || text_[at_ - 1] == '@');
  bool has_capitals = false;
  const std::size_t end = skip_ascii_word(text_, at_, has_capitals);
  if (is_tag || end == at_ || !ends_plainly(end)) {
    return false;
  }
  token = {.begin = at_, .end = end, .word = text_.substr(at_, end - at_), .position = position_++};
  if (has_capitals) {
    words_.clear();
    fold_onto(words_, token.word);
    token.word = words_;
  }
  at_ = end;
  return true;
}

/// Whether nothing behind a first word of ASCII can be joined to it; false when in doubt.
bool Tokenizer::ends_plainly(std::size_t end) const {
  if (end == text_.size()) {
    return true;
  }
  const Kind kind = kind_of(text_[end]);
  if ((kind & connector_kind) != 0) {
    return end + 1 == text_.size() || (kind_of(text_[end + 1]) & (word_kind | beyond_kind)) == 0;
  }
  return (kind & beyond_kind) == 0 || is_typographic_end(text_.substr(end));
}

void Tokenizer::read_compound() {
  pieces_.clear();
  words_.clear();
  next_piece_ = 0;
  const CodePoint first = code_point_at(text_, at_);
  if (is_unspaced_script(first.value)) {
    std::size_t end = at_ + first.bytes;
    while (end < text_.size() && is_mark(code_point_at(text_, end).value)) {
      end += code_point_at(text_, end).bytes;
    }
    add_piece(end, U'\0');
    return;
  }
  const bool is_tag = at_ > 0 && (text_[at_ - 1] == '#' || text_[at_ - 1] == '@');
  char32_t connector = U'\0';
  do {
    const std::size_t end = skip_word(text_, at_);
    while (is_tag && at_ < end) {
      const std::size_t change = find_case_change(text_, at_, end);
      if (change == end) {
        break;
      }
      add_piece(change, connector);
      connector = U'_';
    }
    add_piece(end, connector);
  } while (pieces_.size() < max_compound_words && step_over_connector(connector));
  compound_pending_ = pieces_.size() > 1;
}

bool Tokenizer::step_over_connector(char32_t& connector) {
  if (at_ >= text_.size()) {
    return false;
  }
  if (is_thousands_comma(text_, at_)) {
    connector = U',';
    ++at_;
    return true;
  }
  std::size_t at = at_;
  CodePoint point = code_point_at(text_, at);
  // The last dot of an abbreviation before more of the compound: "U.N.'s", "U.S.-led".
  if (point.value == U'.' && last_is_initials_ && at + 1 < text_.size() &&
      !begins_word(text_, at + 1)) {
    point = code_point_at(text_, ++at);
  }
  if (!is_connector(point.value) || !begins_word(text_, at + point.bytes)) {
    return false;
  }
  connector = point.value;
  at_ = at + point.bytes;
  return true;
}

void Tokenizer::add_piece(std::size_t end, char32_t connector) {
  const std::size_t begin = at_;
  at_ = end;
  const std::size_t word_begin = words_.size();
  fold_onto(words_, text_.substr(begin, end - begin));
  const std::string_view word = std::string_view(words_).substr(word_begin);
  const bool is_initial = begin + code_point_at(text_, begin).bytes == end &&
                          !is_digit(code_point_at(text_, begin).value);
  const bool continues_initials = is_initial && connector == U'.' && last_is_initial_;
  last_is_initials_ = continues_initials;
  last_is_initial_ = is_initial;
  if (word.empty()) {
    return;
  }
  if (connector == U'\0' || pieces_.empty()) {
    pieces_.push_back({begin, end, word_begin, words_.size()});
    return;
  }
  Piece& last = pieces_.back();
  const std::string_view before =
      std::string_view(words_).substr(last.word_begin, last.word_end - last.word_begin);
  if (is_apostrophe(connector) && word == "s") {
    words_.resize(word_begin);
    return;
  }
  const bool is_decimal = connector == U'.' && before.back() >= '0' && before.back() <= '9' &&
                          word.front() >= '0' && word.front() <= '9';
  if (is_decimal) {
    words_.insert(word_begin, 1, '.');
  }
  if (is_decimal || continues_initials || connector == U',' ||
      (is_apostrophe(connector) && is_contraction(before, word))) {
    last.end = end;
    last.word_end = words_.size();
    return;
  }
  pieces_.push_back({begin, end, word_begin, words_.size()});
}

}  // namespace dateline

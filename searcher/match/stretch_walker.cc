// Sixteen bytes are looked at together, without a branch for each: a table says which of three rows
// of bits a byte belongs to, and the rows are shifted along in one number. Tags are split where
// their case changes, and what is beyond ASCII may fold to anything: runs with these are always
// taken.
#include "searcher/match/stretch_walker.h"

#include <algorithm>
#include <bit>

#include "common/ascii.h"

namespace dateline {

namespace {

// The lowest bits of the rows, which are as far apart as bytes are looked at together, and one more
// for the byte before.
constexpr unsigned step = 16;
constexpr std::uint64_t word_row = 1;  // letters and digits of ASCII
constexpr std::uint64_t wanted_row = word_row
                                     << (step + 1);  // bytes that a wanted word begins with
constexpr std::uint64_t unclear_row = wanted_row << (step + 1);
constexpr std::uint64_t row_mask = (std::uint64_t{1} << step) - 1;

/// Dashes, quotes and spaces from U+2000 to U+203F, among which is no letter.
bool is_typographic(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "\xE2\x80";
}

std::size_t find_space(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at])) {
    ++at;
  }
  return at;
}

}  // namespace

StretchWalker::StretchWalker(std::string_view text, const Bytes& may_begin) : text_(text) {
  for (std::size_t byte = 0; byte < kinds_.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (byte >= 0xC0 || c == '#' || c == '@') {
      kinds_.at(byte) = unclear_row;
    } else if (is_letter(c) || is_digit(c)) {
      const bool is_wanted = may_begin.at(static_cast<unsigned char>(to_lower(c)));
      kinds_.at(byte) = word_row | (is_wanted ? wanted_row : 0);
    }
  }
}

bool StretchWalker::next(Span& stretch) {
  if (!find_run(stretch)) {
    return false;
  }
  // What is unclear between two stretches are dashes and quotes.
  const auto is_word = [this](char c) {
    return (kinds_[static_cast<unsigned char>(c)] & word_row) != 0;
  };
  Span more;
  while (find_run(more)) {
    if (std::ranges::any_of(text_.substr(stretch.end, more.begin - stretch.end), is_word)) {
      at_ = more.begin;
      break;
    }
    stretch.end = more.end;
  }
  return true;
}

/// The next run between white space in which a wanted word may lie.
bool StretchWalker::find_run(Span& run) {
  const std::size_t from = at_;
  const std::size_t wanted = find_wanted(from);
  if (wanted == text_.size()) {
    at_ = wanted;
    return false;
  }
  run.begin = wanted;
  while (run.begin > from && !is_space(text_[run.begin - 1])) {
    --run.begin;
  }
  run.end = at_ = find_space(text_, wanted);
  return true;
}

/// From `at` on, before which no word lies, the first byte that a wanted word may begin with, or
/// the end.
std::size_t StretchWalker::find_wanted(std::size_t at) const {
  std::uint64_t rows = 0;
  while (at < text_.size()) {
    // What is left of the rows is the byte before, in the highest place of each.
    rows &= word_row | wanted_row | unclear_row;
    const std::string_view block = text_.substr(at, step);
    for (const char c : block) {
      rows = rows << 1U | kinds_[static_cast<unsigned char>(c)];
    }
    const std::uint64_t words = rows / word_row;
    const std::uint64_t wanted =
        ((rows / wanted_row & ~(words >> 1U)) | rows / unclear_row) & row_mask;
    for (std::uint64_t left = wanted; left != 0; left &= ~std::bit_floor(left)) {
      const std::size_t found = at + block.size() - static_cast<std::size_t>(std::bit_width(left));
      if (!is_typographic(text_, found)) {
        return found;
      }
    }
    at += block.size();
  }
  return text_.size();
}

}  // namespace dateline

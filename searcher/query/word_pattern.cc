// Wildcards by going back to the last star alone; edit distance by rows of its table.
//
// A star that could have matched more need not be tried again once a later one has matched, for
// the later one can take over whatever is left. So there is one place to go back to, and the time
// is bounded by the product of the lengths.
//
// The distance is that of optimal string alignment: Damerau's, but no letters are changed between
// two that were swapped.
#include "searcher/query/word_pattern.h"

#include <algorithm>
#include <bit>

#include "common/text/utf8.h"

namespace dateline {

namespace {

void decode_onto(std::u32string& letters, std::string_view text) {
  letters.clear();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    letters += point.value;
    at += point.bytes;
  }
}

/// `rows` is memory to work in.
std::size_t count_edits(std::u32string_view a, std::u32string_view b, std::size_t limit,
                        std::vector<std::size_t>& rows) {
  const std::size_t more = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
  if (more > limit) {
    return limit + 1;
  }
  const std::size_t width = b.size() + 1;
  rows.assign(3 * width, 0);
  const auto cell = [&](std::size_t row, std::size_t column) -> std::size_t& {
    return rows[row % 3 * width + column];
  };
  for (std::size_t column = 0; column < width; ++column) {
    cell(0, column) = column;
  }
  for (std::size_t row = 1; row <= a.size(); ++row) {
    cell(row, 0) = row;
    std::size_t least = row;
    for (std::size_t column = 1; column < width; ++column) {
      const bool same = a[row - 1] == b[column - 1];
      std::size_t& best = cell(row, column);
      best = std::min({cell(row - 1, column) + 1, cell(row, column - 1) + 1,
                       cell(row - 1, column - 1) + (same ? 0 : 1)});
      if (row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1]) {
        best = std::min(best, cell(row - 2, column - 2) + 1);
      }
      least = std::min(least, best);
    }
    // A swap reaches over a row, so it may come out one less than the least of this one.
    if (least > limit + 1) {
      return limit + 1;
    }
  }
  return std::min(cell(a.size(), b.size()), limit + 1);
}

}  // namespace

WordOutline outline_of(std::string_view word) {
  WordOutline outline;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues_letter = (byte & 0xC0U) == 0x80U;
    outline.letters += continues_letter ? 0 : 1;
    // Letters and digits have bits of their own up to a few that share one, which only hides some
    // differences.
    outline.ascii |= byte < 0x80U ? std::uint64_t{1} << (byte & 63U) : 0;
  }
  return outline;
}

bool may_be_alike(const WordOutline& one, const WordOutline& other, std::size_t distance) {
  // A letter more, less or other takes at most one from either side; a swap takes none.
  const auto missing = [](std::uint64_t from, std::uint64_t in) {
    return static_cast<std::size_t>(std::popcount(from & ~in));
  };
  return std::max(one.letters, other.letters) - std::min(one.letters, other.letters) <= distance &&
         missing(one.ascii, other.ascii) <= distance && missing(other.ascii, one.ascii) <= distance;
}

WordMatcher::WordMatcher(const WordPattern& pattern)
    : pattern_(pattern), prefix_(pattern.text), outline_(outline_of(pattern.text)) {
  decode_onto(letters_, pattern_.text);
  if (pattern_.kind == WordPattern::Kind::Wildcard) {
    prefix_.resize(std::min(prefix_.find_first_of("*?"), prefix_.size()));
  } else if (pattern_.kind == WordPattern::Kind::Fuzzy) {
    prefix_.clear();
  }
}

bool WordMatcher::matches(std::string_view word) {
  if (pattern_.kind == WordPattern::Kind::Word) {
    return word == pattern_.text;
  }
  if (pattern_.kind == WordPattern::Kind::Fuzzy) {
    if (!may_be_alike(outline_, outline_of(word), pattern_.distance)) {
      return false;
    }
    decode_onto(word_, word);
    return count_edits(letters_, word_, pattern_.distance, rows_) <= pattern_.distance;
  }
  if (!word.starts_with(prefix_)) {
    return false;
  }
  decode_onto(word_, word);
  return matches_wildcard();
}

bool WordMatcher::matches_wildcard() const {
  constexpr std::size_t none = std::u32string::npos;
  std::size_t at = 0;
  std::size_t star = none;     // the last one in the pattern
  std::size_t after_star = 0;  // in the word, what it does not take
  for (std::size_t in_word = 0; in_word < word_.size();) {
    if (at < letters_.size() && letters_[at] == U'*') {
      star = at++;
      after_star = in_word;
    } else if (at < letters_.size() && (letters_[at] == U'?' || letters_[at] == word_[in_word])) {
      ++at;
      ++in_word;
    } else if (star != none) {
      at = star + 1;
      in_word = ++after_star;
    } else {
      return false;
    }
  }
  return letters_.find_first_not_of(U'*', at) == none;
}

std::size_t count_edits(std::string_view a, std::string_view b, std::size_t limit) {
  std::u32string letters_of_a;
  std::u32string letters_of_b;
  std::vector<std::size_t> rows;
  decode_onto(letters_of_a, a);
  decode_onto(letters_of_b, b);
  return count_edits(letters_of_a, letters_of_b, limit, rows);
}

}  // namespace dateline

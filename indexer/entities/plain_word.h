// Words of nothing but ASCII letters, which nearly all words of an English text are, read eight
// letters at a time.
//
// Eight bytes stand in one number. A sum that carries into the top bit of a byte says that it is
// no less than some letter, and says it of all eight at once.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/entities/hash.h"
#include "indexer/entities/vocabulary.h"

namespace dateline {

/// The ASCII letters that stand in a row somewhere.
struct PlainWord {
  std::size_t end = 0;  ///< behind the last of them
  Shape shape = Shape::Lower;
  std::uint64_t hash = 0;  ///< as `TextVocabulary::hash_of_word`
};

/// The top bit of each byte that is an ASCII letter.
constexpr std::uint64_t letters_of(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t small = (bytes | 0x20 * each) & 0x7F * each;
  const std::uint64_t from_a = small + (0x80 - 'a') * each;
  const std::uint64_t behind_z = small + (0x7F - 'z') * each;
  return from_a & ~behind_z & ~bytes & 0x80 * each;
}

/// Reads the letters from `begin` on, which is the place of one.
inline PlainWord read_letters(std::string_view text, std::size_t begin) {
  constexpr std::uint64_t tops = 0x8080808080808080;
  constexpr std::size_t all = 8;
  PlainWord word{.end = begin};
  std::uint64_t small = 0;  // not zero when there is a small letter
  std::uint64_t capital = 0;
  for (std::size_t count = all; count == all;) {
    const std::uint64_t bytes = eight_bytes_at(text, word.end);
    const std::uint64_t others = ~letters_of(bytes) & tops;
    // The lowest bit of the first other byte, less one: the bits of all bytes before.
    const std::uint64_t before = ((others & (~others + 1)) >> 7U) - 1;
    if (before == 0) {
      break;
    }
    count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    word.end += count;
    word.hash = hash_onto(word.hash, bytes & before);
    // What tells small letters from capitals is moved to the top.
    small |= (bytes << 2U) & tops & before;
    capital |= ~(bytes << 2U) & tops & before;
  }
  if (capital != 0) {
    const bool is_one = word.end - begin == 1;
    const bool begins_so = text[begin] <= 'Z';
    word.shape = small != 0 ? (begins_so ? Shape::Title : Shape::Other)
                            : (is_one ? Shape::Initial : Shape::Capitals);
  }
  word.hash += static_cast<std::uint64_t>(word.shape);
  return word;
}

}  // namespace dateline

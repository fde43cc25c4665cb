// Where a word ends: hyphens, apostrophes and dots inside names.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/entities/document.h"

namespace dateline {

/// A word as it stands in the text. "US-China" is two parts; so is "pro-Russian", and "London" of
/// "London-based"; "Ngefa-Atondoko", "al-Qaeda" and "Port-au-Prince" are one.
struct RawWord {
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
    Shape shape = Shape::Lower;
  };

  std::array<Part, 2> part;
  std::size_t part_count = 1;
  bool possessive = false;
  std::size_t next = 0;  ///< where reading goes on, behind "'s"

  std::span<const Part> parts() const { return std::span(part).first(part_count); }
};

/// Reads the word that begins at `begin`, a letter or digit, also where "@" or "#" stand before it.
RawWord read_word(std::string_view text, std::size_t begin, const Lexicon& lexicon);

}  // namespace dateline

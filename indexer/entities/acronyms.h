// Acronyms that an article defines: "Rapid Response Agency (RRA)" and "RRA (Rapid Response
// Agency)".
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/document.h"

namespace dateline {

/// A long name and the acronym it stands beside.
struct AcronymDefinition {
  std::uint32_t first = 0;  ///< words of the long name
  std::uint32_t end = 0;
  std::uint32_t acronym = 0;  ///< the word

  friend bool operator==(const AcronymDefinition&, const AcronymDefinition&) = default;
};

/// The definitions whose letters are the initials of the long name, small words apart; in the
/// order of the text. Language does not matter.
std::vector<AcronymDefinition> find_acronyms(const Document& document);

/// Whether this word stands alone in brackets and is written as an acronym.
bool is_bracketed_acronym(const Document& document, std::size_t word);

}  // namespace dateline

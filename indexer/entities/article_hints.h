// What the places of a word in the whole article say of it: the same word is clear in one sentence
// and doubtful in the next.
#pragma once

#include <cstdint>

#include "indexer/entities/document.h"

namespace dateline {

namespace hint {
inline constexpr std::uint32_t written_small = 1U << 0U;    ///< set by the reader
inline constexpr std::uint32_t inside_sentence = 1U << 1U;  ///< capital where none is needed
inline constexpr std::uint32_t after_title = 1U << 2U;      ///< "President X"
inline constexpr std::uint32_t after_first_name = 1U << 3U;
inline constexpr std::uint32_t before_organization_word = 1U << 4U;  ///< "X Ltd", "X Ministry"
inline constexpr std::uint32_t after_place_preposition = 1U << 5U;   ///< "in X"
inline constexpr std::uint32_t before_speech = 1U << 6U;             ///< "X said"
inline constexpr std::uint32_t in_sequence = 1U << 7U;    ///< beside another capitalised word
inline constexpr std::uint32_t ends_sequence = 1U << 8U;  ///< the last of several
inline constexpr std::uint32_t begins_sequence = 1U << 9U;
inline constexpr std::uint32_t possessive = 1U << 10U;
inline constexpr std::uint32_t in_brackets = 1U << 11U;
inline constexpr std::uint32_t repeated = 1U << 12U;
inline constexpr std::uint32_t alone = 1U << 13U;  ///< without a capitalised neighbour
inline constexpr std::uint32_t count = 14;
}  // namespace hint

/// Adds to Form::hints of every form what all its places outside of headlines say.
void note_hints(Document& document);

}  // namespace dateline

// What the model looks at: each observation about a word in its place, hashed to a row of weights.
//
// Tagger and trainer call the same functions, so what is learnt is what is seen. There are two
// kinds. What a word says by itself depends on the word and the role it plays for the word that is
// judged, and on nothing else; the decoder sums those rows once for each distinct word and role.
// What the place says (gaps, the head of a sentence, the gazetteer's phrases, the hints of the
// article) is looked up each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/entities/document.h"
#include "indexer/entities/run.h"

namespace dateline {

/// A row of the model's table; the table's size is a power of two.
using Row = std::uint32_t;
inline constexpr unsigned row_bits = 18;
inline constexpr std::size_t row_count = std::size_t{1} << row_bits;

/// What a word is to the word that is judged.
enum class Role : std::uint8_t {
  Itself,
  Before,
  Behind,
  SecondBefore,
  SecondBehind,
  BeforeRun,  ///< the word before the run it stands in
  BehindRun,
  HeadOfRun,  ///< the first word of the run
  EndOfRun,   ///< the last
};
inline constexpr std::size_t role_count = 9;

/// Appends the rows of a word in a role.
void add_word_rows(const WordFacts& word, const WordSpelling& spelling, Role role,
                   std::vector<Row>& rows);

/// Appends the rows for the bounds of a sentence, where a role has no word.
void add_bound_rows(Role role, std::vector<Row>& rows);

/// The classes of the gazetteer's phrases that cover the words of a run: bits, three a class, for
/// the first, an inner and the last word of a phrase of several words.
void find_phrase_bits(const Document& document, const Run& run, std::vector<std::uint32_t>& bits);

/// Appends the rows of a place: of the word `at` of a run. `phrase_bits` belong to the word.
void add_place_rows(const Document& document, const Run& run, std::size_t at,
                    std::uint32_t phrase_bits, std::vector<Row>& rows);

/// The word so many steps before or behind another in its sentence; none beyond the bounds.
std::optional<std::size_t> word_before(const Document& document, std::size_t at, std::size_t steps);
std::optional<std::size_t> word_behind(const Document& document, std::size_t at, std::size_t steps);

/// The word that plays a role for the word `at` of a run; none beyond the bounds of its sentence.
std::optional<std::size_t> word_in_role(const Document& document, const Run& run, std::size_t at,
                                        Role role);

}  // namespace dateline

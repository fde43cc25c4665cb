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

#include "indexer/entities/article_hints.h"
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

/// Appends the rows of a place: of the word `at` of a run. `phrase_bits` belong to the word. They
/// are those of the five functions below, in this order.
void add_place_rows(const Document& document, const Run& run, std::size_t at,
                    std::uint32_t phrase_bits, std::vector<Row>& rows);

// Most of what a place says is said by few bits, so that its rows are the same in many places.

/// The gaps on both sides of a word, its shape, and whether it is the first or last of its run.
inline constexpr std::size_t setting_count = std::size_t{1} << 11U;
inline std::uint32_t setting_of(const Document& document, const Run& run, std::size_t at) {
  const Word& word = document.words[at];
  const Gap behind = at + 1 < document.words.size() ? document.words[at + 1].before : Gap::Sentence;
  return (at == run.first ? 1U << 10U : 0U) | (at + 1 == run.end ? 1U << 9U : 0U) |
         static_cast<std::uint32_t>(word.before) << 6U | static_cast<std::uint32_t>(behind) << 3U |
         static_cast<std::uint32_t>(word.shape);
}
void add_setting_rows(std::uint32_t setting, std::vector<Row>& rows);

/// What is said of few places: heads of sentences, headlines, "'s", phrases of the gazetteer.
void add_rare_rows(const Document& document, std::size_t at, std::uint32_t phrase_bits,
                   std::vector<Row>& rows);

/// The hints of a word, and whether it begins a sentence and is an ordinary one.
inline constexpr std::size_t hinted_count = std::size_t{1} << (hint::count + 2U);
inline std::uint32_t hinted_of(const Document& document, std::size_t at) {
  const Word& word = document.words[at];
  return document.form(at).hints | (word.starts() ? 2U << hint::count : 0U) |
         ((word.marks & mark::ordinary) != 0 ? 1U << hint::count : 0U);
}
void add_hint_rows(std::uint32_t hinted, std::vector<Row>& rows);

/// Those hints of the neighbours in a run that say something of a word.
inline constexpr std::uint32_t telling_behind =
    hint::after_title | hint::after_first_name | hint::ends_sequence | hint::before_speech;
inline constexpr std::uint32_t telling_before =
    hint::after_title | hint::after_first_name | hint::ends_sequence | hint::begins_sequence;
void add_hint_behind_rows(std::uint32_t hints, std::vector<Row>& rows);
void add_hint_before_rows(std::uint32_t hints, std::vector<Row>& rows);

/// The word before or behind another in its sentence; none beyond the bounds.
inline std::optional<std::size_t> word_before(const Document& document, std::size_t at) {
  return at == 0 || document.words[at].before == Gap::Sentence ? std::nullopt
                                                               : std::optional(at - 1);
}
inline std::optional<std::size_t> word_behind(const Document& document, std::size_t at) {
  return at + 1 >= document.words.size() || document.words[at + 1].before == Gap::Sentence
             ? std::nullopt
             : std::optional(at + 1);
}

/// The word that plays a role for the word `at` of a run; none beyond the bounds of its sentence.
std::optional<std::size_t> word_in_role(const Document& document, const Run& run, std::size_t at,
                                        Role role);

}  // namespace dateline

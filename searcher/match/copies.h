// Which articles are copies of one another: the same story from the same desk, printed by several
// outlets under other headlines.
//
// Bodies are compared, not titles, by the runs of words they share. A run is `shingle_words` words
// one after the other, folded, so case, accents and punctuation make no difference. Two texts are
// copies when at least `copy_share` of the runs of the shorter stand in the longer too: so a copy
// that was cut is one, and so is one with another dateline, byline or last line. Two reports of one
// event, written by two people, share few runs but in what they quote; what is printed to a pattern
// every day, such as dividends and the prices of bonds, shares up to three quarters.
//
// Two cases need more. A text of a sentence or two may stand in a longer one by chance or as a
// formula, so it must make up the other one as well. And what is less than a tenth of another text
// is a passage of it, not a copy.
//
// Broder: On the Resemblance and Containment of Documents (1997), where this is called containment;
// done in full here, without his samples, so the answer is exact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t shingle_words = 5;
inline constexpr double copy_share = 0.8;

/// Of a longer text the first so many words are looked at, which bounds time and memory; whoever
/// copies a book of that length copies its beginning too.
inline constexpr std::size_t max_shingled_words = 50'000;

/// The different runs of words of a text, each by its hash, ascending. A text with fewer words than
/// a run has one run, of all of them; a text without words has none.
using Shingles = std::vector<std::uint64_t>;

/// The runs of a text; it must be valid UTF-8.
Shingles shingles_of(std::string_view text);

/// How many runs two texts share.
std::size_t count_shared(const Shingles& a, const Shingles& b);

/// Whether two texts are copies; the order does not matter. A text without words is a copy of none.
bool are_copies(const Shingles& a, const Shingles& b);

}  // namespace dateline

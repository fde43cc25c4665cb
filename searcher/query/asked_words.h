// The words of a leaf of the tree, or of a NEAR, as they are to stand in an article.
#pragma once

#include <cstddef>
#include <vector>

#include "common/field.h"
#include "searcher/query/pattern.h"
#include "searcher/query/tree.h"
#include "searcher/query/words.h"

namespace dateline {

/// Ways to write one thing, each of words one after the other: "al-Qaeda" is "al", "qaeda", or
/// "alqaeda".
template <typename Word>
using Spellings = std::vector<std::vector<Word>>;

/// What is asked for: a thing, or several near each other.
template <typename Word>
struct Asked {
  std::vector<Spellings<Word>> things;
  std::size_t window = 0;        ///< of several: within so many consecutive positions
  const Field* field = nullptr;  ///< nullptr: title and text
};

using AskedWords = Asked<QueryWord>;
using AskedPlaces = Asked<PatternWord>;

/// No window is wider: it never reaches from the title into the text.
inline constexpr std::size_t max_near_window = 100;

struct ReadLeaf {
  AskedWords asked;             ///< without things when the leaf holds no word
  bool has_lone_marks = false;  ///< wildcards without a letter were left out
  bool is_cut = false;          ///< of more than `max_near_words` the first were taken
  bool is_narrowed = false;  ///< the words are looked for nearer than asked, for the window's sake
};

/// What a reader should see highlighted: a pattern for each way to write what is asked for, with
/// those words left out that no article can have.
std::vector<MatchPattern> patterns_of(const AskedPlaces& asked);

/// Reads a leaf of words, or a NEAR.
ReadLeaf read_leaf(const QueryNode& node);

}  // namespace dateline

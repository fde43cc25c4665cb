// Phrases of the lexicon and stretches of capitals in a document.
#pragma once

#include <cstddef>

#include "indexer/entities/document.h"

namespace dateline {

/// A stretch of words that the lexicon knows; no words when there is none.
struct Phrase {
  std::size_t words = 0;
  Marks marks = 0;
  const Lexicon::Entry* entry = nullptr;
};

/// What the lexicon knows of the words [first, end) together.
Marks marks_of_words(const Document& document, const Lexicon& lexicon, std::size_t first,
                     std::size_t end);

/// The longest phrase with any of these marks that begins at a word and is written as a name there
/// (a variant known in capitals only is in capitals).
Phrase longest_phrase(const Document& document, const Lexicon& lexicon, std::size_t first,
                      Marks marks);

/// The end of the capitalised words from `first`, small particles between them included
/// ("Nicolas de Riviere", "Osama bin Laden"); at most `longest_run` words.
std::size_t end_of_capitals(const Document& document, std::size_t first);

/// Whether the word goes on from the one before, with nothing but a space between.
bool follows_directly(const Document& document, std::size_t word);

inline constexpr std::size_t longest_run = 12;

}  // namespace dateline

// Reads texts as the tagger does, for tests of what comes behind the reader.
#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/entities/document.h"
#include "indexer/entities/lexicon.h"

namespace dateline {

/// One for all tests: loading it takes a while in debug builds.
inline const Lexicon& shared_lexicon() {
  static const Lexicon lexicon;
  return lexicon;
}

/// The document of a text that outlives it; the next call takes it away.
inline Document& read_words(std::string_view text, std::size_t headline_end = 0) {
  static DocumentReader reader(shared_lexicon());
  return reader.read(text, headline_end);
}

}  // namespace dateline

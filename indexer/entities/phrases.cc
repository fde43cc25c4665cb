// Looks phrases up word by word, by joining keys.
#include "indexer/entities/phrases.h"

#include <algorithm>

namespace dateline {

namespace {

bool is_written_as_name(const Document& document, std::size_t first, std::size_t end, Marks marks) {
  if ((marks & mark::only_capitals) == 0) {
    // "al Qaeda" begins small.
    const bool is_particle = first + 1 < end && document.words[first + 1].is_capital() &&
                             (document.marks(first) & mark::particle) != 0;
    return document.words[first].is_capital() || is_particle;
  }
  return std::all_of(document.words.begin() + static_cast<std::ptrdiff_t>(first),
                     document.words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& word) {
                       return word.shape == Shape::Capitals || word.shape == Shape::Initial;
                     });
}

}  // namespace

bool follows_directly(const Document& document, std::size_t word) {
  return word > 0 && word < document.words.size() && document.words[word].continues() &&
         !document.words[word - 1].possessive;
}

Marks marks_of_words(const Document& document, const Lexicon& lexicon, std::size_t first,
                     std::size_t end) {
  const Word& head = document.words[first];
  if (end - first == 1) {
    return head.marks;
  }
  // The lexicon knows how far the phrases of a word go.
  if (head.is_one_word && end - first > head.longest) {
    return 0;
  }
  return lexicon.find(document.key(first, end)).marks;
}

Phrase longest_phrase(const Document& document, const Lexicon& lexicon, std::size_t first,
                      Marks marks) {
  Phrase longest;
  const Word& head = document.words[first];
  if (head.longest < 2 && (head.marks & marks) == 0) {
    return longest;
  }
  NameKey key = document.key(first);
  const Lexicon::Entry* entry = &document.facts(first).entry;
  for (std::size_t end = first + 1;; ++end) {
    if ((entry->marks & marks) != 0 && document.words[end - 1].shape != Shape::Lower &&
        is_written_as_name(document, first, end, entry->marks)) {
      longest = {end - first, entry->marks, entry};
    }
    if (end - first >= head.longest || end >= document.words.size() ||
        !document.words[end].continues()) {
      return longest;
    }
    key = join(key, document.key(end));
    entry = &lexicon.find(key);
  }
}

std::size_t end_of_capitals(const Document& document, std::size_t first) {
  std::size_t end = first + 1;
  for (std::size_t at = end; at < first + longest_run && follows_directly(document, at); ++at) {
    const Word& word = document.words[at];
    if (word.in_headline) {
      break;
    }
    if (word.is_capital()) {
      end = at + 1;
    } else if (word.shape != Shape::Lower || (document.marks(at) & mark::particle) == 0) {
      break;
    }
  }
  return end;
}

}  // namespace dateline

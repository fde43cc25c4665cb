// One walk over the capitalised words, each with its two neighbours.
#include "indexer/entities/article_hints.h"

namespace dateline {

namespace {

/// Whether the word belongs to a stretch of capitals with the one before.
bool is_joined(const Document& document, std::size_t i) {
  return i > 0 && i < document.words.size() && document.words[i].continues() &&
         document.words[i].is_capital() && document.words[i - 1].is_capital() &&
         !document.words[i - 1].possessive;
}

std::uint32_t hints_before(const Document& document, std::size_t i) {
  const Word& word = document.words[i];
  std::uint32_t hints = word.starts() ? 0 : hint::inside_sentence;
  if (i == 0 || word.before >= Gap::Quote) {
    return hints;
  }
  const Word& before = document.words[i - 1];
  const Marks marks = document.marks(i - 1);
  hints |= word.before == Gap::Open ? hint::in_brackets : 0;
  if (!word.continues()) {
    return hints;
  }
  hints |= (marks & mark::title) != 0 ? hint::after_title : 0;
  const bool after_first = before.is_capital() && (marks & mark::first_name) != 0;
  hints |= after_first ? hint::after_first_name : 0;
  const bool after_preposition = !before.is_capital() && (marks & mark::place_preposition) != 0;
  hints |= after_preposition ? hint::after_place_preposition : 0;
  return hints;
}

std::uint32_t hints_behind(const Document& document, std::size_t i) {
  std::uint32_t hints = document.words[i].possessive ? hint::possessive : 0;
  if (i + 1 >= document.words.size() || !document.words[i + 1].continues()) {
    return hints;
  }
  const Marks marks = document.marks(i + 1);
  const bool before_organization =
      document.words[i + 1].is_capital() &&
      (marks & (mark::organization_word | mark::organization_suffix)) != 0;
  hints |= before_organization ? hint::before_organization_word : 0;
  hints |= (marks & mark::speech) != 0 ? hint::before_speech : 0;
  return hints;
}

}  // namespace

void note_hints(Document& document) {
  for (const std::size_t i : document.capitals) {
    const Word& word = document.words[i];
    if (word.in_headline) {
      continue;
    }
    Form& form = document.forms[word.form];
    const bool joined = is_joined(document, i);
    const bool goes_on = is_joined(document, i + 1);
    std::uint32_t hints = hints_before(document, i) | hints_behind(document, i);
    hints |= joined || goes_on ? hint::in_sequence : hint::alone;
    hints |= joined && !goes_on ? hint::ends_sequence : 0;
    hints |= goes_on && !joined ? hint::begins_sequence : 0;
    // Every capital has been one of these two.
    const bool is_repeated = (form.hints & (hint::in_sequence | hint::alone)) != 0;
    hints |= is_repeated ? hint::repeated : 0;
    form.hints |= hints;
  }
}

}  // namespace dateline

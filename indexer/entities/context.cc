// Each question is asked of at most a handful of words, so a text is read in linear time.
#include "indexer/entities/context.h"

#include <algorithm>

#include "indexer/entities/phrases.h"

namespace dateline {

namespace {

constexpr std::size_t apposition_words = 6;

bool is_small(const Document& document, std::size_t i, Marks marks) {
  return document.words[i].shape == Shape::Lower && (document.marks(i) & marks) != 0;
}

/// "X, a village in the north": the first telling noun after an article.
void read_apposition(const Document& document, std::size_t end, Context& context) {
  if (end >= document.words.size() || document.words[end].before != Gap::Comma) {
    return;
  }
  const Word& first = document.words[end];
  const std::size_t size = first.end - first.begin;
  if (first.shape == Shape::Number) {
    context.person_apposition = size == 2 && end + 1 < document.words.size() &&
                                document.words[end + 1].before >= Gap::Comma;
    return;
  }
  const bool is_direction = is_small(document, end, mark::place_word);  // "Gao, eastern Mali"
  if (first.is_capital() || (is_direction && follows_directly(document, end + 1))) {
    end += is_direction ? 1U : 0U;
    context.place_apposition = (document.marks(end) & (mark::country | mark::state)) != 0;
    return;
  }
  const bool is_description =
      (document.marks(end) & (mark::function | mark::title | mark::title_part)) != 0;
  for (std::size_t i = end; is_description && i < end + apposition_words; ++i) {
    if (i >= document.words.size() || (i > end && !document.words[i].continues())) {
      return;
    }
    if (is_small(document, i, mark::title)) {
      context.person_apposition = true;
      return;
    }
    if (is_small(document, i, mark::place_noun)) {
      context.place_apposition = true;
      return;
    }
  }
}

void read_before(const Document& document, std::size_t first, Context& context) {
  if (first == 0) {
    return;
  }
  const std::size_t before = first - 1;
  const Marks marks = document.marks(before);
  if (document.words[first].before == Gap::Comma) {
    context.title_before = (marks & mark::title) != 0 && !document.words[before].possessive;
    return;
  }
  if (!follows_directly(document, first) || document.words[before].shape != Shape::Lower) {
    return;
  }
  const std::string_view text = document.text_of(document.words[before]);
  context.the_before = text == "the";
  context.title_before = (marks & mark::title) != 0;
  context.speech = context.speech || (marks & mark::speech) != 0;
  context.organization_beside = (marks & mark::organization_noun) != 0;
  context.place_noun_before = (marks & mark::place_noun) != 0;
  if (before > 0 && text == "of" && follows_directly(document, before)) {
    context.place_noun_before = is_small(document, before - 1, mark::place_noun);
  }
  context.near_before = text == "near" || text == "in";
  context.place_before = context.place_noun_before || (marks & mark::place_preposition) != 0;
  const bool is_naming = text == "called" || text == "named" || text == "as";
  if (before > 1 && is_naming && follows_directly(document, before)) {
    const std::size_t noun = text == "as" ? before - 2 : before - 1;
    context.organization_beside = (document.marks(noun) & mark::organization_noun) != 0;
  }
}

}  // namespace

Context context_of(const Document& document, std::size_t first, std::size_t end) {
  Context context;
  if (follows_directly(document, end)) {
    context.speech = is_small(document, end, mark::speech);
    const bool is_group = is_small(document, end, mark::organization_noun);
    context.organization_beside = is_group;
  }
  const bool is_beside = context.organization_beside;
  read_before(document, first, context);
  context.organization_beside = context.organization_beside || is_beside;
  if (!document.words[end - 1].possessive) {
    read_apposition(document, end, context);
  } else {
    context.place_before = false;
    context.near_before = false;
    context.place_noun_before = false;
  }
  return context;
}

}  // namespace dateline

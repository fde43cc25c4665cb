// Looks words up, and says where a pattern stands for none or for too many.
#include "searcher/query/word_meanings.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "searcher/query/shapes.h"

namespace dateline {

namespace {

void make_set(std::vector<std::string>& texts) {
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// The bylines are no part of title or text.
bool has_own_words(const Field* field) {
  return field != nullptr && field->name == "author";
}

std::string to_text(const WordPattern& pattern) {
  return pattern.kind == WordPattern::Kind::Fuzzy
             ? pattern.text + "~" + std::to_string(pattern.distance)
             : pattern.text;
}

}  // namespace

Stems WordMeaning::all_stems() const {
  Stems all;
  std::ranges::set_union(closed, open, std::back_inserter(all));
  return all;
}

WordMeaning WordMeanings::mean(const QueryWord& word, const Field* field, bool is_alone,
                               std::size_t offset) {
  WordMeaning meaning;
  if (word.any_form) {
    meaning.shown.stems = stems_of(word.pattern.text);
    meaning.closed = meaning.shown.stems;
    make_set(meaning.closed);
    return meaning;
  }
  const bool is_plain = word.pattern.kind == WordPattern::Kind::Word;
  meaning.shown.words =
      is_plain ? std::vector{word.pattern.text} : expand(word.pattern, field, offset);
  meaning.open_words = meaning.shown.words;
  for (const std::string& form : meaning.shown.words) {
    const Stems stems = stems_of(form);
    meaning.open.insert(meaning.open.end(), stems.begin(), stems.end());
  }
  make_set(meaning.open);
  if (!is_plain || is_alone) {
    close_stems(meaning, vocabulary(field));
  }
  return meaning;
}

/// The words that a pattern stands for, in order.
const std::vector<std::string>& WordMeanings::expand(const WordPattern& pattern, const Field* field,
                                                     std::size_t offset) {
  const auto [known, is_new] =
      expanded_.try_emplace(to_text(pattern) + (has_own_words(field) ? " in bylines" : ""));
  std::vector<std::string>& words = known->second;
  if (!is_new) {
    return words;
  }
  if (expanded_.size() > max_word_patterns) {
    warnings_.push_back({offset, "a query may have " + std::to_string(max_word_patterns) +
                                     " different words with '*', '?' or '~'; " +
                                     in_quotes(to_text(pattern)) + " finds nothing"});
    return words;
  }
  const FoundWords found = vocabulary(field).find_words(pattern, max_expanded_words);
  for (const VocabularyWord& word : found.words) {
    words.emplace_back(word.text);
  }
  if (words.empty()) {
    warnings_.push_back({offset, "no article has a word like " + in_quotes(to_text(pattern))});
  } else if (words.size() < found.total) {
    warnings_.push_back({offset, in_quotes(to_text(pattern)) + " stands for " +
                                     std::to_string(found.total) + " words; only the " +
                                     std::to_string(words.size()) +
                                     " in most articles are looked for"});
  }
  return words;
}

/// Moves the stems of which all words are meant from the open ones to the closed.
void WordMeanings::close_stems(WordMeaning& meaning, ArchiveVocabulary& words) {
  Stems open;
  for (std::string& stem : meaning.open) {
    (is_closed(stem, meaning.open_words, words) ? meaning.closed : open).push_back(std::move(stem));
  }
  meaning.open = std::move(open);
  std::erase_if(meaning.open_words, [&](const std::string& word) {
    return std::ranges::all_of(stems_of(word), [&](const std::string& stem) {
      return std::ranges::binary_search(meaning.closed, stem);
    });
  });
}

/// Whether every word of this stem, in whatever language, is among these.
bool WordMeanings::is_closed(const std::string& stem, const std::vector<std::string>& words,
                             ArchiveVocabulary& vocabulary) const {
  const auto is_meant = [&words](std::string_view word) {
    return std::ranges::binary_search(words, word);
  };
  const bool are_others = std::ranges::all_of(context_.languages, [&](const std::string& language) {
    return std::ranges::all_of(vocabulary.words_of_stem(language, stem), is_meant);
  });
  return are_others && (is_meant(stem) || vocabulary.articles(stem) == 0);
}

ArchiveVocabulary& WordMeanings::vocabulary(const Field* field) {
  return context_.vocabulary ? context_.vocabulary(has_own_words(field) ? field : nullptr)
                             : no_words_;
}

}  // namespace dateline

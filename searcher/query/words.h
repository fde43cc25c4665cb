// From a word or phrase of the query to the words that are looked for in an archive.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/word_pattern.h"

namespace dateline {

/// The different stems of one word in the languages of an archive.
using Stems = std::vector<std::string>;

/// A word that is asked for.
struct QueryWord {
  WordPattern pattern;
  bool any_form = true;  ///< of a plain word: words of the same stem match too

  friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

struct QueryWords {
  std::vector<QueryWord> words;  ///< one after the other; empty when the text holds no word
  std::optional<QueryWord>
      run_together;             ///< of a text that is one compound ("al-Qaeda"): as one word
  bool has_lone_marks = false;  ///< wildcards without a letter were left out
};

/// Splits as the analyzer does for articles, and takes every character as text. The text must be
/// valid UTF-8.
QueryWords read_words(std::string_view text, bool any_form);

/// The same, but "*" and "?" are wildcards.
QueryWords read_wildcards(std::string_view text, bool any_form);

/// A word that may differ in so many letters; a compound is taken run together.
QueryWords read_fuzzy(std::string_view text, std::size_t distance);

/// The words of a phrase one by one: "*" and "?" are wildcards, but for a "?" at the end of a word,
/// which is that of a question; and a word may be fuzzy ("wagner~1").
QueryWords read_phrase(std::string_view text, bool any_form);

/// The stems of a folded word.
Stems stems_of(std::string_view word, std::span<const std::string> languages, StemmerSet& stemmers);

/// Whether there is a word in the text at all.
bool has_words(std::string_view text);

}  // namespace dateline

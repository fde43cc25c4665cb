// What the words of a query mean in an archive: stems, or words to the letter.
//
// A stem is *closed* when all its words are meant, as mostly those of `wagn*`: then it says all
// there is to say, and the index answers by itself. The others are *open*: of their words only some
// are meant.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "common/text/stemmer.h"
#include "searcher/query/compiler_context.h"
#include "searcher/query/parser.h"
#include "searcher/query/pattern.h"
#include "searcher/query/words.h"

namespace dateline {

/// A word with wildcards or "~" stands for so many words at most, those in most articles.
inline constexpr std::size_t max_expanded_words = 300;
/// A query has so many different words with wildcards or "~" at most.
inline constexpr std::size_t max_word_patterns = 32;

/// What may stand at one place of an article.
struct WordMeaning {
  Stems closed;                         ///< in order
  Stems open;                           ///< in order
  std::vector<std::string> open_words;  ///< the words meant that have an open stem, in order
  PatternWord shown;                    ///< all of it, as it is highlighted

  Stems all_stems() const;
};

/// Finds out what words mean; looks up each pattern of a query once.
class WordMeanings {
 public:
  /// Both must outlive it.
  WordMeanings(const QueryContext& context, std::vector<QueryWarning>& warnings)
      : context_(context), warnings_(warnings) {}

  /// What a word means in a field (nullptr: title and text), with warnings at `offset`. With
  /// `is_alone`, stems are worth closing for a plain word too: otherwise its articles are looked at
  /// anyway.
  WordMeaning mean(const QueryWord& word, const Field* field, bool is_alone, std::size_t offset);

  /// The words of title and text, or the field's own.
  ArchiveVocabulary& vocabulary(const Field* field);

  /// Of a folded word in one language; good until the next call.
  std::string_view stem(std::string_view word, std::string_view language) {
    return stemmers_.of(language).stem(word);
  }

 private:
  Stems stems_of(std::string_view word) {
    return dateline::stems_of(word, context_.languages, stemmers_);
  }
  const std::vector<std::string>& expand(const WordPattern& pattern, const Field* field,
                                         std::size_t offset);
  void close_stems(WordMeaning& meaning, ArchiveVocabulary& vocabulary);
  bool is_closed(const std::string& stem, const std::vector<std::string>& words,
                 ArchiveVocabulary& vocabulary) const;

  const QueryContext& context_;
  std::vector<QueryWarning>& warnings_;
  StemmerSet stemmers_;
  ArchiveVocabulary no_words_;
  std::map<std::string, std::vector<std::string>> expanded_;  // by pattern, of each vocabulary
};

}  // namespace dateline

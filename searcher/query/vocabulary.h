// The words of an archive as they stand in its articles, unstemmed, each with how many articles
// have it: what wildcards and fuzzy words are looked up in, and what spelling is corrected by.
//
// The index holds a word by itself only where its stem does not tell it (common/text/analyzer.h):
// a word that is its own stem, and in no article together with another word of that stem, is there
// as a stem alone. So the words are the exact terms, and those stems that are words. Whether a stem
// is one ("studi" is not, "mali" is) shows from the counts, but for a few; of those the archive is
// asked, once they matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/query/word_pattern.h"

namespace dateline {

/// A term of an archive, without its prefix, and how many articles have it.
struct CountedTerm {
  std::string text;
  std::uint32_t articles = 0;
};

struct VocabularyWord {
  std::string_view text;  ///< folded; lives as long as the vocabulary
  /// Articles that have it; of a word that is its own stem about so many, for those are not
  /// counted where they also have another word of that stem.
  std::uint32_t articles = 0;

  friend bool operator==(const VocabularyWord&, const VocabularyWord&) = default;
};

/// Words that match a pattern.
struct FoundWords {
  std::vector<VocabularyWord> words;  ///< those in most articles, in order of their bytes
  std::size_t total = 0;              ///< also those left out, but for some that are very rare
};

/// The words of one state of an archive. For one thread: what it was asked it keeps.
class ArchiveVocabulary {
 public:
  /// Whether any article of a language has the stem and none of the words.
  using StandsAlone = std::function<bool(const std::string& language, std::string_view stem,
                                         std::span<const std::string_view> words)>;

  ArchiveVocabulary() = default;

  /// `exact` are the exact words and `stems` the stems, both in order of their bytes; `languages`
  /// are the codes of the languages that articles are in.
  ArchiveVocabulary(std::vector<CountedTerm> exact, std::vector<CountedTerm> stems,
                    std::vector<std::string> languages, StandsAlone stands_alone);

  /// How many articles have this folded word, as `VocabularyWord` says; 0: it is no word of the
  /// archive.
  std::uint32_t articles(std::string_view word);

  /// The words that match. Where the pattern begins with letters, only words that do are looked at.
  FoundWords find_words(const WordPattern& pattern, std::size_t most);

  /// The exact words other than `stem` itself that have this stem in a language. The views live as
  /// long as the vocabulary.
  std::span<const std::string_view> words_of_stem(std::string_view language, std::string_view stem);

  std::span<const std::string> languages() const { return languages_; }

 private:
  /// The exact words of one language under the stems that they differ from.
  struct StemTable {
    std::vector<std::string_view> words;  ///< side by side for each stem
    /// The stem and where its words begin; in order of stems.
    std::vector<std::pair<std::string, std::size_t>> stems;
  };

  const StemTable& table_of(std::string_view language);
  std::uint32_t count_surely(const CountedTerm* exact, const CountedTerm* stem);
  std::uint32_t count_in_doubt(std::string_view stem);

  std::vector<CountedTerm> exact_;
  std::vector<CountedTerm> stems_;
  std::vector<std::string> languages_;
  StandsAlone stands_alone_;
  StemmerSet stemmers_;
  std::map<std::string, StemTable, std::less<>> tables_;  // by language
  std::map<std::string, std::uint32_t, std::less<>>
      asked_;  // articles, of stems that were in doubt
};

}  // namespace dateline

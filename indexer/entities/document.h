// An article as the tagger sees it: words, what stands between them, and what is known of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/name_key.h"
#include "indexer/entities/vocabulary.h"

namespace dateline {

/// What stands before a word; where several things do, the last of this list.
enum class Gap : std::uint8_t { Nothing, Space, Comma, Close, Break, Open, Quote, Sentence };

struct Word {
  std::uint32_t begin = 0;  ///< byte offsets in the text, without "'s"
  std::uint32_t end = 0;
  std::uint32_t number = 0;   ///< in the vocabulary
  std::uint32_t form = 0;     ///< words of one key share it; index in Document::forms
  Marks marks = 0;            ///< what the lexicon knows of it
  std::uint16_t longest = 0;  ///< words of the longest phrase of the lexicon that begins with it
  bool is_one_word = true;    ///< to the lexicon, which takes "al-Qaeda" for two
  Shape shape = Shape::Lower;
  Gap before = Gap::Nothing;
  bool possessive = false;   ///< "'s" follows
  bool has_own_dot = false;  ///< of an initial or abbreviation, within its bounds
  bool in_headline = false;  ///< in a line whose capitals prove nothing

  /// A capital here may only mark the beginning of a sentence or quotation.
  bool starts() const { return before >= Gap::Quote || before == Gap::Break; }
  bool is_capital() const { return dateline::is_capital(shape); }
  /// Only white space stands between this word and the one before.
  bool continues() const { return before <= Gap::Space; }
};

/// A distinct word of the article, whatever its case.
struct Form {
  std::uint32_t document = 0;  ///< the document that the rest is about, as its reader counts
  std::uint32_t hints = 0;     ///< what its places in the article say of it (article_hints.h)
};

struct Document {
  std::string_view text;
  std::vector<Word> words;
  std::vector<std::uint32_t> capitals;  ///< which of them are, in order
  std::vector<Form> forms;  ///< by number; only those of its own words speak of this document
  const TextVocabulary* vocabulary = nullptr;

  const Form& form(std::size_t word) const { return forms[words[word].form]; }
  const WordFacts& facts(std::size_t word) const { return vocabulary->facts(words[word].number); }
  const WordSpelling& spelling(std::size_t word) const {
    return vocabulary->spelling(words[word].number);
  }
  Marks marks(std::size_t word) const { return words[word].marks; }
  NameKey key(std::size_t word) const { return facts(word).key; }
  std::string_view text_of(const Word& word) const {
    return text.substr(word.begin, word.end - word.begin);
  }
  /// The key of the words [first, end).
  NameKey key(std::size_t first, std::size_t end) const;
};

/// Reads one text after the other, and remembers their words. For one thread.
class DocumentReader {
 public:
  /// The lexicon outlives the reader.
  explicit DocumentReader(const Lexicon& lexicon);

  /// Cuts valid UTF-8 into words. Lines broken in mid-sentence are unwrapped; lines in capitals or
  /// title case, and the first `headline_end` bytes, are marked as headlines. Linear in the text.
  /// The document lives until the next is read; the text outlives it, and is shorter than 4 GiB.
  Document& read(std::string_view text, std::size_t headline_end);

  const TextVocabulary& vocabulary() const { return vocabulary_; }

 private:
  class Splitter;

  TextVocabulary vocabulary_;
  std::vector<std::uint64_t> hashes_;  // of the words of the document at hand
  std::uint32_t documents_ = 0;
  Document document_;
};

}  // namespace dateline

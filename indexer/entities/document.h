// An article as the tagger sees it: words, what stands between them, and what is known of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/name_key.h"

namespace dateline {

/// How a word is written.
enum class Shape : std::uint8_t {
  Lower,     ///< no capital, or a script without them
  Initial,   ///< one capital letter
  Title,     ///< "Mali", "McDonald", "al-Qaeda"
  Capitals,  ///< "UN", "U.N.", "M5-RFP"
  Number,    ///< begins with a digit
  Other,     ///< never part of a name: handles, hashtags, addresses, "iPhone"
};

/// What stands before a word; where several things do, the last of this list.
enum class Gap : std::uint8_t { Nothing, Space, Comma, Close, Break, Open, Quote, Sentence };

struct Word {
  std::uint32_t begin = 0;  ///< byte offsets in the text, without "'s"
  std::uint32_t end = 0;
  std::uint32_t form = 0;  ///< index in Document::forms
  Shape shape = Shape::Lower;
  Gap before = Gap::Nothing;
  bool possessive = false;   ///< "'s" follows
  bool in_headline = false;  ///< in a line whose capitals prove nothing

  /// A capital here may only mark the beginning of a sentence or quotation.
  bool starts() const { return before >= Gap::Quote || before == Gap::Break; }
  bool is_capital() const {
    return shape == Shape::Title || shape == Shape::Capitals || shape == Shape::Initial;
  }
  /// Only white space stands between this word and the one before.
  bool continues() const { return before <= Gap::Space; }
};

/// A distinct word of the article, whatever its case.
struct Form {
  NameKey key;
  Lexicon::Entry entry;
  std::uint32_t lower = 0;  ///< how often it is written small in running text
};

struct Document {
  std::string_view text;
  std::vector<Word> words;
  std::vector<Form> forms;

  const Form& form(std::size_t word) const { return forms[words[word].form]; }
  Marks marks(std::size_t word) const { return forms[words[word].form].entry.marks; }
  std::string_view text_of(const Word& word) const {
    return text.substr(word.begin, word.end - word.begin);
  }
  /// The key of the words [first, end).
  NameKey key(std::size_t first, std::size_t end) const;
};

/// Cuts valid UTF-8 into words. Lines broken in mid-sentence are unwrapped; lines in capitals or
/// title case, and the first `headline_end` bytes, are marked as headlines. Linear in the text.
/// The text must outlive the document and is shorter than 4 GiB.
Document read_document(std::string_view text, const Lexicon& lexicon, std::size_t headline_end);

}  // namespace dateline

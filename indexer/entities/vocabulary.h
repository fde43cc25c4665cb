// The distinct words of the texts read so far, each looked at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/entities/hash.h"
#include "indexer/entities/lexicon.h"
#include "indexer/entities/name_key.h"
#include "indexer/entities/shape.h"

namespace dateline {

/// What a word says by itself, wherever it stands. Fills a cache line.
struct alignas(64) WordFacts {
  NameKey key;             ///< of the folded word
  Lexicon::Entry entry;    ///< what the lexicon knows of it
  std::uint32_t form = 0;  ///< a number that words of one key share
  Shape shape = Shape::Lower;
  std::uint8_t length = 0;  ///< in bytes, folded, at most 255
  bool has_dot = false;
};

/// How a word is spelt. Hashes stand for strings: they are only compared and hashed on.
struct WordSpelling {
  std::uint64_t exact = 0;    ///< of the word as it is written
  std::uint64_t pattern = 0;  ///< of its pattern of capitals, small letters, digits: "Xx", "X.X."
  std::array<std::uint64_t, 4> prefixes{};  ///< of 1 to 4 bytes, folded; 0 where it is no longer
  std::array<std::uint64_t, 4> suffixes{};
  std::uint64_t head = 0;  ///< before the first hyphen, else 0
  std::uint64_t tail = 0;  ///< behind the last hyphen, else 0
};

/// What a reader asks of every word, found by one look.
struct WordEntry {
  std::uint32_t number = 0;   ///< in the order in which words first came
  std::uint32_t form = 0;     ///< a number that words of one key share
  Marks marks = 0;            ///< what the lexicon knows of it
  std::uint16_t longest = 0;  ///< words of the longest of its phrases that begins with this word
  bool is_one_word = true;    ///< to the lexicon, which takes "al-Qaeda" for two
  bool is_known = false;      ///< to the vocabulary
};

/// Numbers words in the order in which they first come. For one thread; grows with what it has
/// seen until it is cleared.
class TextVocabulary {
 public:
  /// The lexicon outlives the vocabulary.
  explicit TextVocabulary(const Lexicon& lexicon);

  /// Stands for a word as it is written; the same bytes in another shape are another word.
  static std::uint64_t hash_of_word(std::string_view word, Shape shape);

  /// Finds a word or adds it; `hash` is its `hash_of_word`. The entry holds until the next call.
  const WordEntry& entry_of(std::string_view word, Shape shape, std::uint64_t hash) {
    const Slot& slot = find(slots_, hash);
    return slot.entry.is_known ? slot.entry : add(word, shape, hash);
  }

  /// Texts are read faster than memory answers. What will be asked for soon is called early.
  void prefetch(std::uint64_t hash) const {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }

  const WordFacts& facts(std::uint32_t word) const { return words_[word]; }
  const WordSpelling& spelling(std::uint32_t word) const { return spellings_[word]; }
  std::size_t size() const { return words_.size(); }
  /// Changes when numbers are given anew.
  std::uint32_t version() const { return version_; }
  const Lexicon& lexicon() const { return lexicon_; }

  void clear();

 private:
  /// Never across the bounds of a cache line.
  struct alignas(32) Slot {
    std::uint64_t hash = 0;
    WordEntry entry;

    bool is_used() const { return entry.is_known; }
  };
  struct FormSlot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;  // 1 + the form, or 0

    bool is_used() const { return number != 0; }
  };

  const WordEntry& add(std::string_view word, Shape shape, std::uint64_t hash);
  std::uint32_t form_of(NameKey key);

  template <typename AnySlot>
  static AnySlot& find(std::vector<AnySlot>& slots, std::uint64_t hash) {
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].is_used() && slots[at].hash != hash) {
      at = (at + 1) & (slots.size() - 1);
    }
    return slots[at];
  }
  template <typename AnySlot>
  static void grow(std::vector<AnySlot>& slots);

  const Lexicon& lexicon_;
  std::vector<WordFacts> words_;
  std::vector<WordSpelling> spellings_;
  std::vector<Slot> slots_;           // by what is written
  std::vector<FormSlot> form_slots_;  // by key
  std::uint32_t form_count_ = 0;
  std::uint32_t version_ = 1;
};

}  // namespace dateline

// The words of a language that were met so far, each with its stem.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/text_numbers.h"
#include "common/text/word_key.h"

namespace dateline {

/// Numbers the folded words of one field after the other in the order in which they come, and knows
/// their stems. A word is stemmed when it is met first of all; later it costs one look into memory,
/// which `prefetch` begins early. Not for two threads at a time.
class WordStems {
 public:
  /// `language_code` is one of `all_languages()`.
  explicit WordStems(std::string_view language_code);

  void prefetch(const WordKey& key) const {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  /// The number of a word in the field, from 0 on. `word` is what `key` was made of; where it is
  /// short, the key is enough.
  std::uint32_t number_of(const WordKey& key, std::string_view word = {});

  /// Words of the field by their numbers.
  std::uint32_t stem_of(std::uint32_t number) const { return slots_[field_[number]].stem; }
  bool is_own_stem(std::uint32_t number) const { return slots_[field_[number]].is_own_stem != 0; }
  /// Good until the next call.
  std::string_view text_of(std::uint32_t number);

  /// All stems met so far, in whatever field, with `stem_prefix` before each.
  const TextNumbers& stems() const { return stems_; }

  /// Begins another field, which has no words yet.
  void clear_field();

  /// The memory all of it takes.
  std::size_t bytes() const;

 private:
  /// A word, or an empty slot; never on two cache lines.
  struct alignas(32) Slot {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint32_t bytes = 0;   // 0 in an empty slot
    std::uint32_t begin = 0;   // in texts_, of a long word
    std::uint32_t number = 0;  // one more than the number in the field; 0 for none
    std::uint32_t stem : 31 = 0;
    std::uint32_t is_own_stem : 1 = 0;
  };

  bool is_in(const Slot& slot, const WordKey& key, std::string_view word) const;
  std::string_view long_text(const Slot& slot) const {
    return std::string_view(texts_).substr(slot.begin, slot.bytes);
  }
  std::string_view short_text(const Slot& slot);
  void fill(Slot& slot, const WordKey& key, std::string_view word);
  void grow();

  Stemmer stemmer_;
  TextNumbers stems_;
  std::vector<Slot> slots_;  // a power of two of them, at most half of them full
  std::size_t words_ = 0;
  std::vector<std::uint32_t> field_;  // the slots of the field's words
  std::string texts_;                 // of long words
  std::string prefixed_stem_;
  std::array<char, WordKey::short_bytes> short_text_{};
};

}  // namespace dateline

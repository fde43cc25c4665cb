// The words of a language that were met so far, each with its stem.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text/text_numbers.h"

namespace dateline {

/// What a word is found by: the bytes at its two ends, which are all of it when it is short.
struct WordKey {
  static constexpr std::size_t short_bytes = 16;

  WordKey() = default;
  explicit WordKey(std::string_view word);

  /// Of a short word. Large odd factors carry every bit up, the shifts bring them down again.
  static std::uint64_t hash_of(std::uint64_t first, std::uint64_t last, std::uint32_t bytes) {
    std::uint64_t hash = (first ^ std::uint64_t{bytes} << 56U) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ hash >> 32U ^ last) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32U;
  }
  static std::uint64_t hash_of(std::string_view long_word);

  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t hash = 0;
  std::uint32_t bytes = 0;  // of the whole word
};

inline WordKey::WordKey(std::string_view word) : bytes(static_cast<std::uint32_t>(word.size())) {
  assert(!word.empty());
  constexpr std::size_t half = sizeof(std::uint32_t);
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  if (word.size() >= sizeof first) {
    std::memcpy(&first, begin, sizeof first);
    std::memcpy(&last, end - sizeof last, sizeof last);
  } else if (word.size() >= half) {
    std::memcpy(&first, begin, half);
    std::memcpy(&last, end - half, half);
  } else {
    // First, middle and last byte: all there are of up to three.
    const std::array<char, half> characters = {word.front(), word[word.size() / 2], word.back()};
    std::memcpy(&first, characters.data(), half);
  }
  hash = word.size() > short_bytes ? hash_of(word) : hash_of(first, last, bytes);
}

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

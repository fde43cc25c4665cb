// The patterns of a query, made ready to be looked for in many texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/word_key.h"
#include "searcher/query/pattern.h"

namespace dateline {

/// Which part of the article a text is decides which patterns count.
enum class TextPart { Title, Text, Author };

/// Where each stem and each word of some patterns stands in them. However many they are, a word of
/// a text that is none of them costs a look at a bit.
class PatternIndex {
 public:
  /// A place of a pattern where a word may stand.
  struct Use {
    std::string_view text;  ///< the stem or word
    std::uint64_t hash;     ///< of its key
    std::uint32_t pattern;
    std::uint32_t place;  ///< in the pattern
    std::uint32_t next;   ///< one more than the index of another use, or 0
    bool is_stem;
  };

  /// The patterns must outlive the index.
  explicit PatternIndex(std::span<const MatchPattern> patterns);

  std::span<const MatchPattern> patterns() const { return patterns_; }

  /// Whether any pattern is looked for in this part of an article.
  bool has_any(TextPart part) const;
  bool counts_in(std::size_t pattern, TextPart part) const {
    return (parts_[pattern] & bit_of(part)) != 0;
  }
  /// Whether a pattern is a single word that hardly tells one article from another ("the").
  bool is_stop(std::size_t pattern) const { return is_stop_[pattern]; }

  /// Among the places of all patterns, one after the other, the first of this one.
  std::size_t first_place(std::size_t pattern) const { return first_places_[pattern]; }
  std::size_t places() const { return first_places_.back(); }

  /// The bytes that the stems and words of the patterns begin with.
  const std::array<bool, 256>& first_bytes() const { return first_bytes_; }

  /// False for nearly all words that stand in no pattern, by the hashes of the stem and the word.
  bool may_have(std::uint64_t stem, std::uint64_t word) const {
    return has_bit(stem) || (has_words_ && has_bit(word));
  }

  /// Calls `visit` with each use of a stem, or of a word as it is.
  template <typename Visit>
  void for_each_use(std::string_view text, std::uint64_t hash, bool is_stem, Visit visit) const {
    for (std::uint32_t at = heads_[hash & (heads_.size() - 1)]; at != 0;) {
      const Use& use = uses_[at - 1];
      if (use.hash == hash && use.is_stem == is_stem && use.text == text) {
        visit(use);
      }
      at = use.next;
    }
  }

 private:
  static constexpr unsigned bit_of(TextPart part) { return 1U << static_cast<unsigned>(part); }
  bool has_bit(std::uint64_t hash) const {
    const std::uint64_t bit = hash & (bits_.size() * 64 - 1);
    return (bits_[bit / 64] >> bit % 64 & 1U) != 0;
  }
  void add_words(std::uint32_t pattern);
  void add_use(const Use& use);

  std::span<const MatchPattern> patterns_;
  std::vector<unsigned> parts_;            // by pattern
  std::vector<bool> is_stop_;              // by pattern
  std::vector<std::size_t> first_places_;  // by pattern; at the end, how many there are
  std::vector<Use> uses_;
  std::vector<std::uint32_t> heads_;  // by hash: where a chain of uses begins
  std::vector<std::uint64_t> bits_;   // one for each hash that a use has
  std::array<bool, 256> first_bytes_{};
  bool has_words_ = false;
};

}  // namespace dateline

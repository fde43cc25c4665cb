// Words that are not spelt out: with wildcards, or almost alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// More letters than these no fuzzy word may differ in.
inline constexpr std::size_t max_fuzzy_distance = 2;

/// Which words are meant. Letters are code points of folded words.
struct WordPattern {
  enum class Kind {
    Word,      ///< `text` to the letter
    Wildcard,  ///< `*` stands for any letters or none, `?` for one
    Fuzzy,     ///< up to `distance` letters more, less, other or swapped with their neighbour
  };

  Kind kind = Kind::Word;
  std::string text;  ///< folded
  std::size_t distance = 0;

  friend bool operator==(const WordPattern&, const WordPattern&) = default;
};

/// What can be told of a folded word at a glance, to pass over most words that are not alike.
struct WordOutline {
  std::size_t letters = 0;
  std::uint64_t ascii = 0;  ///< a bit for each ASCII letter or digit that it has

  friend bool operator==(const WordOutline&, const WordOutline&) = default;
};

WordOutline outline_of(std::string_view word);

/// False only if two words differ in more than `distance` letters.
bool may_be_alike(const WordOutline& one, const WordOutline& other, std::size_t distance);

/// Tells the words that a pattern means. For one thread.
class WordMatcher {
 public:
  explicit WordMatcher(const WordPattern& pattern);

  /// Whether a folded word is meant; it must be valid UTF-8. Takes at most the product of both
  /// lengths, however many stars there are.
  bool matches(std::string_view word);

  /// What every word that is meant begins with.
  std::string_view prefix() const { return prefix_; }

 private:
  bool matches_wildcard() const;

  WordPattern pattern_;
  std::string prefix_;
  WordOutline outline_;
  std::u32string letters_;  // of the pattern
  std::u32string word_;     // at hand
  std::vector<std::size_t> rows_;
};

/// How many letters two words differ in: more, less, other, or swapped with their neighbour;
/// `limit` + 1 when it is more than `limit`.
std::size_t count_edits(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace dateline

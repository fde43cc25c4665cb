// Words and names by their rank: English where they are frequent, made up where they are not.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline {

/// Ranks up to this one are the function words of English.
inline constexpr std::uint64_t function_words = 100;

/// Appends the word of a rank, from 1 on. Different ranks above `function_words` are different
/// words, but for one in some ten thousand whose ending reads like a syllable.
void append_word(std::uint64_t rank, std::string& text);

/// The same, with the frequent ones spelt out beforehand.
class SpelledWords {
 public:
  SpelledWords();

  void append(std::uint64_t rank, std::string& text) const {
    if (rank < words_.size()) {
      const Spelled& word = words_[rank];
      text.append(word.bytes.data(), word.length);
    } else {
      append_word(rank, text);
    }
  }

 private:
  struct Spelled {
    std::array<char, 15> bytes{};
    unsigned char length = 0;
  };

  std::vector<Spelled> words_;  // by rank
};

enum class NameForm { Full, Short };

/// Appends the name of a rank, from 1 on: of a person, whose short form is the surname, an
/// organization or a place, with the words that often stand before it ("the", "in", "President").
void append_name(std::uint64_t rank, NameForm form, std::string& text);

/// Appends the name of a newspaper.
void append_outlet(std::uint64_t rank, std::string& text);

}  // namespace dateline

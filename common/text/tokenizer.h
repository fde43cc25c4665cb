// From text to words: alone decides where a word begins and ends.
//
// A *word* is a run of letters, digits and their marks. Words joined without a space by a hyphen,
// an apostrophe, a dot, "@", "&" or "_" form a *compound*: "al-Qaeda", "d'Ivoire", "AT&T",
// "jane@example.org". Each word of a compound is a token of its own at the next position, and the
// whole, its words run together ("alqaeda"), is one more token at the position of the first: so
// "al-Qaeda", "al Qaeda" and "alqaeda" find each other. What reads as one word is one token:
// "U.N." is "un", "Mali's" is "mali", "don't" is "dont", "1,000" is "1000", "3.5" is "3.5".
// Hashtags and handles are split where their case changes: "#MinusmaDegage" is the compound of
// "minusma" and "degage". In scripts without spaces each character is a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A word of the text, or a compound run together.
struct Token {
  std::size_t begin = 0;  ///< byte offsets in the text, on character bounds
  std::size_t end = 0;
  std::string_view word;       ///< folded; lives until the next call of `next`
  std::uint32_t position = 0;  ///< 0 for the first word of the text, then counting words
  bool is_compound = false;    ///< the words of a compound run together; says nothing new to length
  std::uint32_t compound_words = 0;  ///< of a compound: how many words it has, from `position` on
};

/// Walks over the tokens of a text in order; a compound comes before its words. Linear in time;
/// holds no more than one compound at a time. A plain word, of ASCII and joined to no other, is
/// told by a table alone; that it would be the same token on the long way is what the tests are
/// for.
class Tokenizer {
 public:
  /// The text must be valid UTF-8 and outlive the tokenizer.
  explicit Tokenizer(std::string_view text);

  /// The next token, or false at the end of the text.
  bool next(Token& token);

 private:
  struct Piece {
    std::size_t begin;
    std::size_t end;
    std::size_t word_begin;  // in words_
    std::size_t word_end;
  };

  bool find_word();
  bool read_plain_word(Token& token);
  bool ends_plainly(std::size_t end) const;
  void read_compound();
  bool step_over_connector(char32_t& connector);
  void add_piece(std::size_t end, char32_t connector);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;
  std::string words_;          // folded words of the compound at hand, run together
  std::vector<Piece> pieces_;  // the words of the compound at hand
  std::size_t next_piece_ = 0;
  bool compound_pending_ = false;
  bool last_is_initial_ = false;   // the last piece was one letter
  bool last_is_initials_ = false;  // … and joined by a dot to one before: "U.N"
};

}  // namespace dateline

// Letters of other scripts are first spelt in Latin ones; then rules say which consonants are
// heard.
#include "searcher/query/sound.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/text/utf8.h"
#include "searcher/query/word_pattern.h"

namespace dateline {

namespace {

struct Spelling {
  char32_t letter;
  std::string_view latin;
};

/// In order of the letters. "a" stands for any vowel; "dj" for a "j" that is heard.
constexpr auto spellings = std::to_array<Spelling>({
    // Greek
    {U'α', "a"},
    {U'β', "v"},
    {U'γ', "g"},
    {U'δ', "d"},
    {U'ε', "a"},
    {U'ζ', "z"},
    {U'η', "a"},
    {U'θ', "t"},
    {U'ι', "a"},
    {U'κ', "k"},
    {U'λ', "l"},
    {U'μ', "m"},
    {U'ν', "n"},
    {U'ξ', "x"},
    {U'ο', "a"},
    {U'π', "p"},
    {U'ρ', "r"},
    {U'ς', "s"},
    {U'σ', "s"},
    {U'τ', "t"},
    {U'υ', "a"},
    {U'φ', "f"},
    {U'χ', "k"},
    {U'ψ', "ps"},
    {U'ω', "a"},
    // Cyrillic
    {U'а', "a"},
    {U'б', "b"},
    {U'в', "v"},
    {U'г', "g"},
    {U'д', "d"},
    {U'е', "a"},
    {U'ж', "z"},
    {U'з', "z"},
    {U'и', "a"},
    {U'й', "a"},
    {U'к', "k"},
    {U'л', "l"},
    {U'м', "m"},
    {U'н', "n"},
    {U'о', "a"},
    {U'п', "p"},
    {U'р', "r"},
    {U'с', "s"},
    {U'т', "t"},
    {U'у', "a"},
    {U'ф', "f"},
    {U'х', "k"},
    {U'ц', "ts"},
    {U'ч', "s"},
    {U'ш', "s"},
    {U'щ', "s"},
    {U'ъ', ""},
    {U'ы', "a"},
    {U'ь', ""},
    {U'э', "a"},
    {U'ю', "a"},
    {U'я', "a"},
    {U'ђ', "dj"},
    {U'є', "a"},
    {U'ѕ', "z"},
    {U'і', "a"},
    {U'ј', "a"},
    {U'љ', "l"},
    {U'њ', "n"},
    {U'ћ', "s"},
    {U'џ', "dj"},
    {U'ґ', "g"},
    // Hebrew
    {U'א', "a"},
    {U'ב', "b"},
    {U'ג', "g"},
    {U'ד', "d"},
    {U'ה', "h"},
    {U'ו', "a"},
    {U'ז', "z"},
    {U'ח', "h"},
    {U'ט', "t"},
    {U'י', "a"},
    {U'ך', "k"},
    {U'כ', "k"},
    {U'ל', "l"},
    {U'ם', "m"},
    {U'מ', "m"},
    {U'ן', "n"},
    {U'נ', "n"},
    {U'ס', "s"},
    {U'ע', "a"},
    {U'ף', "f"},
    {U'פ', "p"},
    {U'ץ', "ts"},
    {U'צ', "ts"},
    {U'ק', "k"},
    {U'ר', "r"},
    {U'ש', "s"},
    {U'ת', "t"},
    // Arabic and Persian
    {U'ا', "a"},
    {U'ب', "b"},
    {U'ة', ""},
    {U'ت', "t"},
    {U'ث', "t"},
    {U'ج', "dj"},
    {U'ح', "h"},
    {U'خ', "k"},
    {U'د', "d"},
    {U'ذ', "d"},
    {U'ر', "r"},
    {U'ز', "z"},
    {U'س', "s"},
    {U'ش', "s"},
    {U'ص', "s"},
    {U'ض', "d"},
    {U'ط', "t"},
    {U'ظ', "z"},
    {U'ع', "a"},
    {U'غ', "g"},
    {U'ف', "f"},
    {U'ق', "k"},
    {U'ك', "k"},
    {U'ل', "l"},
    {U'م', "m"},
    {U'ن', "n"},
    {U'ه', "h"},
    {U'و', "a"},
    {U'ى', "a"},
    {U'ي', "a"},
    {U'پ', "p"},
    {U'چ', "s"},
    {U'ژ', "z"},
    {U'ک', "k"},
    {U'گ', "g"},
    {U'ی', "a"},
});
static_assert(std::ranges::is_sorted(spellings, {}, &Spelling::letter));

/// In Latin letters as far as they are known; others stay what they are.
std::string in_latin(std::string_view word) {
  std::string latin;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const auto found = std::ranges::lower_bound(spellings, point.value, {}, &Spelling::letter);
    if (point.value >= 0x80 && found != spellings.end() && found->letter == point.value) {
      latin += found->latin;
    } else {
      latin.append(word, at, point.bytes);
    }
    at += point.bytes;
  }
  return latin;
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Reads a word in Latin letters from left to right.
class Listener {
 public:
  explicit Listener(std::string_view word) : word_(word) {}

  std::string listen() {
    if (word_.starts_with("ou") && is_vowel(letter(2))) {
      hear('F');  // Ouattara, Wattara
      at_ = 2;
    }
    for (; at_ < word_.size(); ++at_) {
      hear_letter(word_[at_]);
    }
    return std::move(sound_);
  }

 private:
  /// The letter so many further on, or NUL.
  char letter(std::size_t further) const {
    return at_ + further < word_.size() ? word_[at_ + further] : '\0';
  }

  /// The same consonant twice in a row is heard once.
  void hear(char sound) {
    if (sound_.empty() || after_vowel_ || sound_.back() != sound) {
      sound_ += sound;
    }
    after_vowel_ = false;
  }

  void hear_letter(char c) {
    if (is_vowel(c)) {
      if (at_ == 0) {
        sound_ += 'A';
      }
      after_vowel_ = true;
      return;
    }
    switch (c) {
      case 'b': return hear('B');
      case 'p': return hear(letter(1) == 'h' ? 'F' : 'B');
      case 'c': return hear(is_soft_c() ? 'S' : 'K');
      case 'd': return hear_d();
      case 't': return hear_t();
      case 'f':
      case 'v': return hear('F');
      case 'w': return hear_w();
      case 'g':
      case 'k':
      case 'q': return hear('K');
      case 'j': return hear_j();
      case 's':
      case 'z': return hear('S');
      case 'x': hear('K'); return hear('S');
      case 'h': return at_ == 0 ? hear('H') : void();
      default: return hear_other(c);
    }
  }

  /// Before "e" and "i", and in "ch", which to the French is "sh"; "-vic" is "-vich".
  bool is_soft_c() const {
    const char next = letter(1);
    return next == 'h' || next == 'e' || next == 'i' || next == 'y' ||
           (next == '\0' && word_.ends_with("vic"));
  }

  void hear_d() {
    if (letter(1) == 'j') {
      ++at_;
      return hear('J');
    }
    hear('T');
  }

  /// "tch" is "ch".
  void hear_t() {
    if (letter(1) != 'c' || letter(2) != 'h') {
      hear('T');
    }
  }

  /// Silent as in "Brown".
  void hear_w() {
    if (at_ == 0 || is_vowel(letter(1)) || !after_vowel_) {
      hear('F');
    }
  }

  /// A vowel where none follows: "Selenskyj".
  void hear_j() {
    if (at_ == 0 || is_vowel(letter(1))) {
      hear('J');
    }
  }

  /// A digit, or a byte of a script that is not known, is heard as it is.
  void hear_other(char c) {
    if (c >= 'a' && c <= 'z') {
      hear(static_cast<char>(c - 'a' + 'A'));
    } else {
      sound_ += c;
      after_vowel_ = true;
    }
  }

  std::string_view word_;
  std::size_t at_ = 0;
  std::string sound_;
  bool after_vowel_ = false;
};

}  // namespace

std::string sound_of(std::string_view folded_word) {
  return Listener(in_latin(folded_word)).listen();
}

bool SoundMatcher::matches(std::string_view folded_word) const {
  if (folded_word == word_) {
    return true;
  }
  if (sound_.empty() || sound_of(folded_word) != sound_) {
    return false;
  }
  constexpr std::ptrdiff_t enough_consonants = 3;
  const auto is_ascii = [](std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  const auto consonants =
      static_cast<std::ptrdiff_t>(sound_.size()) - (sound_.starts_with('A') ? 1 : 0);
  if (consonants >= enough_consonants || is_ascii(word_) != is_ascii(folded_word)) {
    return true;
  }
  const auto limit = static_cast<std::size_t>(consonants);
  return count_edits(word_, folded_word, limit) <= limit;
}

}  // namespace dateline

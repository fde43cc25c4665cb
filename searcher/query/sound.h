// Names that sound alike, however they are spelt or transliterated.
//
// What changes least from one spelling of a name to another is the order of its consonants:
// Qassem, Qasim, Kassem; Gaddafi, Qadhafi, Kadhafi; Suleimani, Soleymani, Сулеймани, سليماني. So a
// word becomes its consonants, those that stand for each other as one, without its vowels.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The sound of a folded word, in Latin, Cyrillic, Greek, Arabic or Hebrew letters: capital
/// letters, one for each kind of consonant, and "A" for a vowel that it begins with. Empty when it
/// has none.
std::string sound_of(std::string_view folded_word);

/// Tells the words that sound like one.
class SoundMatcher {
 public:
  explicit SoundMatcher(std::string_view folded_word)
      : word_(folded_word), sound_(sound_of(folded_word)) {}

  /// Whether a folded word sounds like it. Where there are hardly any consonants to go by, the
  /// letters must be almost the same too.
  bool matches(std::string_view folded_word) const;

 private:
  std::string word_;
  std::string sound_;
};

}  // namespace dateline

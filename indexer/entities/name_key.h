// Keys of names: what two spellings of one name have in common, as a number.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// The folded words of a name as one hash. Case, accents, dots and apostrophes do not count, a
/// hyphen is a space: "al-Qaeda" and "Al Qaeda", "U.N." and "UN" have one key. Keys of neighbouring
/// words join to the key of the phrase, so phrases are looked up without building their text.
struct NameKey {
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15;

  std::uint64_t value = 0;
  std::uint64_t power = 1;  ///< the base to the power of the number of words

  bool is_one_word() const { return power == base; }

  friend bool operator==(const NameKey&, const NameKey&) = default;
};

/// The key of a name; that of no words when the text holds neither letter nor digit.
NameKey name_key(std::string_view name);

/// The key of two phrases one after the other.
constexpr NameKey join(NameKey left, NameKey right) {
  return {left.value * right.power + right.value, left.power * right.power};
}

}  // namespace dateline

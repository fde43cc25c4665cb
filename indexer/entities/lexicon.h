// What is known of words and names before an article is read: gazetteer and hand-written lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"
#include "indexer/entities/name_key.h"

namespace dateline {

/// What a word or phrase is, as a set of bits; each is a [section] of gazetteer/*.txt.
using Marks = std::uint32_t;

namespace mark {
inline constexpr Marks country = 1U << 0U;
inline constexpr Marks region = 1U << 1U;       ///< continents and what news calls regions
inline constexpr Marks state = 1U << 2U;        ///< divisions named without their country
inline constexpr Marks subdivision = 1U << 3U;  ///< all others
inline constexpr Marks capital = 1U << 4U;
inline constexpr Marks metropolis = 1U << 5U;  ///< a million inhabitants and more
inline constexpr Marks large_city = 1U << 6U;  ///< 100,000 and more
inline constexpr Marks city = 1U << 7U;        ///< 15,000 and more
inline constexpr Marks demonym = 1U << 8U;     ///< nationalities, peoples, creeds: no places
inline constexpr Marks first_name = 1U << 9U;
inline constexpr Marks ordinary = 1U << 10U;  ///< an English word: a capital is needed elsewhere
inline constexpr Marks never = 1U << 11U;     ///< no name, however it is written
inline constexpr Marks calendar = 1U << 12U;
inline constexpr Marks title = 1U << 13U;              ///< proves a person behind it
inline constexpr Marks title_part = 1U << 14U;         ///< belongs to a title: "foreign", "deputy"
inline constexpr Marks honorific = 1U << 15U;          ///< a title that stays in the name: "Pope"
inline constexpr Marks organization_word = 1U << 16U;  ///< part of a name: "Ministry", "Bank"
inline constexpr Marks organization_suffix = 1U << 17U;  ///< ends a name: "Ltd"
inline constexpr Marks organization_noun = 1U << 18U;    ///< beside a name: "the newspaper X"
inline constexpr Marks place_word = 1U << 19U;           ///< part of a name: "Lake", "Province"
inline constexpr Marks place_noun = 1U << 20U;           ///< beside a name: "a village"
inline constexpr Marks place_preposition = 1U << 21U;
inline constexpr Marks speech = 1U << 22U;         ///< what persons do: "said"
inline constexpr Marks particle = 1U << 23U;       ///< inside names of persons: "de", "bin"
inline constexpr Marks link = 1U << 24U;           ///< inside names of organisations: "of", "for"
inline constexpr Marks abbreviation = 1U << 25U;   ///< its dot ends no sentence
inline constexpr Marks organization = 1U << 26U;   ///< a known name
inline constexpr Marks place = 1U << 27U;          ///< a known name
inline constexpr Marks only_capitals = 1U << 28U;  ///< known only where written in capitals

inline constexpr Marks function = 1U << 29U;  ///< "The", "In": stands before names only

inline constexpr Marks organization_name = 1U << 30U;  ///< listed, with no say in how it is shown

inline constexpr Marks known = organization | place;
inline constexpr Marks wide_place = country | region | state | place;
inline constexpr Marks big_city = capital | metropolis;
inline constexpr Marks any_place = wide_place | big_city | large_city | city | subdivision;
}  // namespace mark

/// A name with one spelling for all its variants: "UN" and "U.N." are "United Nations".
struct KnownName {
  NameType type = NameType::Organization;
  std::string text;
};

/// A read-only table of all words and names, by key. Safe to share between threads.
class Lexicon {
 public:
  struct Entry {
    std::uint64_t key = 0;
    Marks marks = 0;
    std::uint16_t known_name = 0;  ///< 1 + index, or 0
    std::uint16_t longest = 0;     ///< words of the longest entry that begins with this word
  };

  /// Loads what is built into the program.
  Lexicon();

  /// For tests: loads this text instead, in the format of gazetteer/lexicon.txt. A line before the
  /// first section or in an unknown section is ignored.
  explicit Lexicon(std::string_view text);

  /// The entry of a word or phrase; one without marks when there is none.
  const Entry& find(NameKey key) const;

  /// The name an entry is a variant of, or null.
  const KnownName* known_name(const Entry& entry) const;

 private:
  /// What a line of the lists says of a key.
  struct Fact {
    std::uint64_t key = 0;
    Marks marks = 0;
    std::uint16_t known_name = 0;
    std::uint16_t longest = 0;
  };

  std::vector<Fact> read(std::string_view text);
  static void add_facts(std::vector<Fact>& facts, std::string_view name, Marks marks,
                        std::uint16_t known_name);
  void read_known(std::vector<Fact>& facts, NameType type, std::string_view line);
  void learn(const std::vector<Fact>& facts);
  Entry& slot(std::uint64_t key);
  void grow();

  // A bit for some keys each, so that most of what is not there is told without a look at the
  // slots, which lie far apart.
  static constexpr unsigned filter_bits = 20;
  bool may_have(NameKey key) const { return filter_[key.value >> (64U - filter_bits)]; }

  std::vector<bool> filter_;
  std::vector<Entry> slots_;  // open addressing, at most half full
  std::size_t used_ = 0;
  std::vector<KnownName> known_names_;
};

}  // namespace dateline

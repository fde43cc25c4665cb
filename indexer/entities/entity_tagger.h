// The people, organisations and places an article names.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

/// A place in a text where something is named.
struct Mention {
  NameType type = NameType::Person;  ///< never Source
  std::size_t begin = 0;             ///< byte offsets in the text it was found in
  std::size_t end = 0;
  std::string name;  ///< the full form this article uses for it

  friend bool operator==(const Mention&, const Mention&) = default;
};

/// Finds names by rules: capitalised runs judged by gazetteer, titles, suffixes, acronym
/// definitions and context, then joined within the article (the surname alone is the full name
/// given before). Made for English; in other languages it keeps to what the gazetteer and
/// acronym definitions can justify. Knows nothing that is not in the article or the gazetteer, so
/// the same article has the same names wherever it stands. Safe to share between threads.
class EntityTagger {
 public:
  /// Loads the gazetteer that is built into the program.
  EntityTagger();
  ~EntityTagger();
  EntityTagger(const EntityTagger&) = delete;
  EntityTagger& operator=(const EntityTagger&) = delete;

  /// The mentions of a text, in order, not overlapping. `language` is an ISO 639-1 code.
  /// `headline_end` bytes at the start are a headline, whose capitals prove nothing: only names
  /// found in the body are found there.
  std::vector<Mention> tag(std::string_view text, std::string_view language,
                           std::size_t headline_end = 0) const;

  /// Name and version of rules and gazetteer, for the manifest of an archive.
  static std::string_view model_name();

 private:
  class Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline

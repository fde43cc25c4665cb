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

/// An acronym and what the article says it stands for: "RRA", "Rapid Response Agency".
struct NameDefinition {
  std::string acronym;
  std::string long_form;

  friend bool operator==(const NameDefinition&, const NameDefinition&) = default;
};

/// What an article names.
struct ArticleNames {
  std::vector<Mention> mentions;            ///< in order, not overlapping
  std::vector<NameDefinition> definitions;  ///< acronyms and the long names they stand for
};

class NameModel;

/// Finds names: a trained chain labels runs of capitalised words, by what they are, by their
/// neighbours and by the rest of the article; the spans are then joined within the article (the
/// surname alone is the full name given before). Made for English; in other languages it keeps to
/// what the gazetteer and acronym definitions can justify. Knows nothing that is not in the
/// article, the model or the gazetteer, so the same article has the same names wherever it stands.
/// Safe to share between threads.
class EntityTagger {
 public:
  /// Loads the gazetteer and the model that are built into the program.
  EntityTagger();
  /// The same with another model.
  explicit EntityTagger(NameModel model);
  ~EntityTagger();
  EntityTagger(const EntityTagger&) = delete;
  EntityTagger& operator=(const EntityTagger&) = delete;

  /// The names of a text; one of more than a megabyte is read in parts that know nothing of each
  /// other. `language` is an ISO 639-1 code.
  /// `headline_end` bytes at the start are a headline, whose capitals prove little: the names
  /// of the body are looked for in it, and of others only short ones are believed.
  ArticleNames find_names(std::string_view text, std::string_view language,
                          std::size_t headline_end = 0) const;

  /// Only the mentions of it.
  std::vector<Mention> tag(std::string_view text, std::string_view language,
                           std::size_t headline_end = 0) const;

  /// Name and version of model, rules and gazetteer, for the manifest of an archive.
  static std::string_view model_name();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace dateline

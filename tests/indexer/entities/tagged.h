// Prints the names of a text, so that cases are rows of a table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/name.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

/// One tagger for all tests: it is safe to share, and loading it takes a while in debug builds.
inline const EntityTagger& shared_tagger() {
  static const EntityTagger tagger;
  return tagger;
}

/// "person Awa Diallo | location Kidal": the names of the mentions, in order, each once.
inline std::string names_of(std::span<const Mention> mentions) {
  std::string names;
  for (const Mention& mention : mentions) {
    const std::string name = std::string(to_string(mention.type)) + " " + mention.name;
    if ((" | " + names + " | ").find(" | " + name + " | ") == std::string::npos) {
      names += names.empty() ? name : " | " + name;
    }
  }
  return names;
}

inline std::string tagged(std::string_view text, std::string_view language = "en",
                          std::size_t headline_end = 0) {
  return names_of(shared_tagger().tag(text, language, headline_end));
}

}  // namespace dateline

// The entities of a whole archive: who is named in how many articles, and under which names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/name.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/look_alikes.h"

namespace dateline {

enum class EntityOrder { Count, Name };

struct EntityRequest {
  std::vector<NameType> types{NameType::Person, NameType::Organization, NameType::Location};
  std::string prefix;         ///< what a word of one of the names begins with, folded; empty: all
  std::size_t min_count = 1;  ///< articles
  bool with_hidden = false;
  EntityOrder order = EntityOrder::Count;
  std::size_t offset = 0;
  std::size_t limit = 50;
};

/// A name that articles use, and how many.
struct NameCount {
  std::string name;
  std::size_t count = 0;

  friend bool operator==(const NameCount&, const NameCount&) = default;
};

struct ListedEntity {
  std::string name;  ///< as shown
  NameType type = NameType::Person;
  std::size_t count = 0;  ///< articles that use any of its names
  bool hidden = false;
  std::vector<NameCount> variants;  ///< its other names, the most frequent first

  friend bool operator==(const ListedEntity&, const ListedEntity&) = default;
};

struct EntityList {
  std::size_t total = 0;   ///< also those left out by offset and limit
  std::size_t offset = 0;  ///< as asked for
  std::vector<ListedEntity> entities;
};

/// The entities that pass the request, the most frequent first, of equals the first in order of
/// bytes; or in order of their folded names. Counts are exact. Throws Error when the archive
/// cannot be read.
EntityList list_entities(ArchiveReader& archive, const EntityRequest& request);

/// Two entities that may be one.
struct LookAlikePair {
  LookAlikeKind kind = LookAlikeKind::SameName;
  ListedEntity larger;  ///< both without their variants
  ListedEntity smaller;
  std::string correction;  ///< the line for the corrections file that makes them one
};

struct LookAlikeList {
  std::size_t total = 0;
  std::size_t offset = 0;
  std::vector<LookAlikePair> pairs;  ///< those first that a reader gains most from
};

/// The pairs among the entities that pass the request (its order aside) that look alike, at most
/// `max_look_alikes`.
LookAlikeList list_look_alikes(ArchiveReader& archive, const EntityRequest& request);

}  // namespace dateline

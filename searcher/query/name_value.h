// What the value of a filter means among the names of an archive: a name, names that have its
// words, or names that sound like it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/name.h"

namespace dateline {

struct MeantEntities {
  std::vector<EntityId> entities;  ///< in order of their numbers, hidden ones left out
  bool is_just_it = false;         ///< one of them is called so, but for case and accents
};

/// The entities of this type that a value means:
/// - "Assimi Goïta": that of this name, else all that have a name with these words;
/// - "Wag* Gr?up", "Lavrow~1": all that have a name with such words;
/// - "~Suleimani": all that have a name with words that sound like these.
/// A name that has such marks itself is meant before anything they could stand for. Linear in the
/// number of names.
MeantEntities find_named(const EntityMap& map, NameType type, std::string_view value);

/// Whether a value asks for more than a name: whether it has marks that stand for something.
bool has_marks(std::string_view value);

}  // namespace dateline

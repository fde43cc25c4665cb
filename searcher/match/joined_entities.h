// The entities of several archives as one: which of them are the same.
//
// Every archive has its own entities, as its indexer found them and its corrections say. Two of
// different archives are one when
//
// - they have the same type and are shown by the same name; or
// - the one is shown by a name that the other has, and no third entity has that name too.
//
// What an archive keeps apart stays apart, and which articles are about an entity stays what their
// own archive says. So a name alone is not always an entity: "Johnson" may be Boris Johnson in one
// archive and Mike Johnson in another. Each of the two then has a name "Johnson" here
// (`DisputedNames`).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/archive/entity_map.h"

namespace dateline {

struct JoinedEntities {
  EntityMap map;
  /// For each archive the numbers its names have in `map`, by their own.
  std::vector<std::vector<NameId>> names;
};

/// Joins the entities of archives, given also what tells the archives apart. An entity is shown as
/// the one that the others were joined to, and is hidden when it is so everywhere. The order of the
/// archives decides nothing but numbers. Linear in the number of names.
JoinedEntities join_entities(std::span<const EntityMap> archives,
                             std::span<const std::string> identities);

}  // namespace dateline

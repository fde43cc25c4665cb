// Names of entities as queries, of one archive or of several that are searched as one.
//
// What archives do not agree about (`DisputedNames`) is one term in the index all the same, so it
// is narrowed to the archives that mean the entity by it.
#pragma once

#include <xapian.h>

#include <string>

#include "common/archive/entity_map.h"

namespace dateline {

/// What tells one open archive from another, for `DisputedNames`. An archive and a copy of it in
/// the same state cannot be told apart.
std::string identity_of(const Xapian::Database& archive);

/// The articles that use a name, as the entity that the map says it is a name of.
Xapian::Query match_name(const EntityMap& entities, NameId name);

}  // namespace dateline

// Settling which names of an archive are one entity: names and definitions are counted by their
// terms, the resolver decides.
#pragma once

#include <xapian.h>

#include "indexer/write/name_writer.h"

namespace dateline {

/// Whether the file of entities was made from what is committed in the database, by this resolver.
bool is_settled(const Xapian::Database& database, const NameWriter& names);

/// Brings the file of entities in step with what is committed in the database. Does nothing when
/// it was made from this state of it by this resolver. Throws Error when the disk does not take it.
void settle_entities(const Xapian::Database& database, NameWriter& names);

}  // namespace dateline

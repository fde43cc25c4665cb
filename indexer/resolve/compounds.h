// Names that differ in spaces alone.
#pragma once

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"

namespace dateline {

/// Joins forms of people and organisations that have the same letters, eight bytes or more,
/// wherever words end: "Al Shabaab" and "Alshabaab". Not of places: Newcastle is not New Castle.
void join_compounds(const FormTable& forms, Clusters& clusters);

}  // namespace dateline

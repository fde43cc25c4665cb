// Full names of persons with one word misspelt.
#pragma once

#include <span>

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"
#include "indexer/resolve/full_names.h"

namespace dateline {

/// Joins the entity of a full name to that of a more frequent one that differs in the spelling of
/// the first or the last word alone, when that is clear. Two spellings that are names of many
/// (Johnson and Johnston) stay two. What has joined another attracts nothing itself, so chains of
/// small differences do not become one.
void join_misspellings(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters);

}  // namespace dateline

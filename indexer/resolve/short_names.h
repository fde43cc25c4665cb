// Short names of persons: an initial and a surname, a surname of several words, a lone surname.
#pragma once

#include <span>

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"
#include "indexer/resolve/full_names.h"

namespace dateline {

/// Joins "J. Kennedy" to the one person of that surname whose first name begins so, if it is clear.
void join_initials(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters);

/// Joins a name of several words to the person whose longer name ends in all of them, if that is
/// clear: "Le Pen", "Lopez Obrador". The first of the words must be a particle, or begin no other
/// full name.
void join_family_names(const FormTable& forms, std::span<const FormId> persons, const WordUse& use,
                       Clusters& clusters);

/// Joins a lone surname to the person whose full name ends in it, if that is clear beside all other
/// persons of that surname and those who have it as first name. Not one that is much more
/// frequent than the full name: that is somebody else.
void join_surnames(const FormTable& forms, std::span<const FormId> persons, Clusters& clusters);

}  // namespace dateline

// Which of an entity's names is shown.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/resolve/resolver.h"

namespace dateline {

/// Puts the names of an entity, as indexes into `names`, in the order of a group: the one to show
/// first, the others by falling number of articles, then by their bytes. Shown is the fullest of
/// the names that a third as many articles have as the most frequent one, a person's among full
/// names; of its spellings, one not in capitals, and one with accents where it is half as
/// frequent as the one without.
void sort_group(std::span<const CountedName> names, std::vector<std::uint32_t>& group);

}  // namespace dateline

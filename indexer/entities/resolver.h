// The resolver: which names of an archive are one entity. It sees names and counts, never an
// article.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/archive/name_dictionary.h"

namespace dateline {

/// How many articles carry a name.
using NameCount = std::function<std::uint32_t(NameId)>;

/// The groups of names that are one entity, of more than one name each: names of one type that are
/// the same when folded. The name shown stands first: the most frequent one, of equals the first
/// in order of bytes. In order of folded names, so that the same names give the same groups
/// whatever their numbers. Linear in the number of names.
std::vector<std::vector<NameId>> resolve_names(const NameDictionary& names,
                                               const NameCount& count_of);

}  // namespace dateline

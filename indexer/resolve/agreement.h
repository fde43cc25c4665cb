// Whether two full names of persons may be one, by what stands between first and last word.
#pragma once

#include "indexer/resolve/clusters.h"
#include "indexer/resolve/form_table.h"

namespace dateline {

/// Whether this is a full name: two words or more, the first no initial.
bool is_full_name(const FormTable& forms, FormId form);

/// Whether the middle names of two forms agree. None agree with all. Where the shorter ones have an
/// initial they are complete, so there must be as many, each one the other or its initial:
/// "George W." is not "George H. W.". Full middle names may be left out.
bool middles_agree(const FormTable& forms, FormId a, FormId b);

/// The same where none may be left out: as many, each one the other or its initial.
bool middles_match(const FormTable& forms, FormId a, FormId b);

/// Whether no full name of one cluster disagrees with one of the other: middle names agree, and
/// generations are the same. Clusters of more than `max_compared` forms agree with none.
bool clusters_agree(const FormTable& forms, const Clusters& clusters, FormId a, FormId b);

inline constexpr std::size_t max_compared = 64;

}  // namespace dateline

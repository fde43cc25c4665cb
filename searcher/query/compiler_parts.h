// The pieces that queries are put together from.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace dateline {

using Queries = std::vector<Xapian::Query>;

// Xapian's own constants are shared between threads, and their counts of references are not made
// for that; hence functions.
Xapian::Query match_all();
Xapian::Query match_nothing();

/// One query for many, as flat as they are: a chain of thousands would exhaust the stack. Nothing
/// for none.
Xapian::Query join(Xapian::Query::op op, const Queries& queries);

/// The same, weighing as a word that stands so many times in the query, once at least.
Xapian::Query weigh(const Xapian::Query& query, std::size_t times);

/// The same documents, without weight. Its terms do not count as words of the query either: some
/// models weigh by how many these are.
Xapian::Query without_weight(const Xapian::Query& query);

}  // namespace dateline

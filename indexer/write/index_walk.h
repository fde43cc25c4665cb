// A walk through a database by every way a query can take, that finds where its tables disagree
// among themselves.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <vector>

#include "indexer/write/index_sums.h"

namespace dateline {

/// Thrown when what is read cannot be: one sentence without a full stop. A walk ends there, for in
/// damaged tables it may have no other end.
struct Disagreement : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The documents of a database, in order. Their lengths and numbers agree with its statistics.
std::vector<Xapian::docid> walk_documents(const Xapian::Database& database);

/// What all postings and their positions add up to. The statistics of every term agree with its
/// postings. `goes_on` is called every now and then.
IndexSums walk_postings(const Xapian::Database& database, const std::function<void()>& goes_on);

/// What the values of a slot add up to; adds them to `sums`.
void walk_values(const Xapian::Database& database, std::uint32_t slot, IndexSums& sums);

}  // namespace dateline

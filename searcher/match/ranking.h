// The order of hits: by score or date, and never by the accident of a document number.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/match/request.h"

namespace dateline {

/// A matching document and its score.
struct RankedDocument {
  Xapian::docid document = 0;
  double score = 0;
};

/// The `count` first documents of a query: by score, scores equal to nine digits by date (newest
/// first), then by id; or by date, then by id, the undated last. The whole match is shown to `spy`.
std::vector<RankedDocument> rank_documents(const Xapian::Database& database,
                                           const Xapian::Query& query, SortOrder sort,
                                           std::size_t count, Xapian::MatchSpy& spy);

/// Shows the whole match of a query to `spy`.
void spy_on_match(const Xapian::Database& database, const Xapian::Query& query,
                  Xapian::MatchSpy& spy);

}  // namespace dateline

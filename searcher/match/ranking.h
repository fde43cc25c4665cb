// The order of hits: by score or date, and never by the accident of a document number.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/feedback.h"
#include "searcher/match/narrowed_match.h"
#include "searcher/match/ranking_scheme.h"
#include "searcher/match/request.h"

namespace dateline {

/// A matching document and its score.
struct RankedDocument {
  Xapian::docid document = 0;
  double score = 0;
};

/// How the documents of a match are put in order.
struct RankingOrder {
  SortOrder sort = SortOrder::Relevance;
  RankingScheme scheme{};
  std::vector<FeedbackTerm> feedback{};  ///< what adds to scores
};

/// The `count` first documents of a match: by score as the scheme has it, scores equal to nine
/// digits by date (newest first), then by id; or by date, then by id, the undated last.
std::vector<RankedDocument> rank_match(ArchiveReader::State& state, NarrowedMatch& match,
                                       const RankingOrder& order, std::size_t count);

/// The `count` best documents of a query, as `rank_match` sorts them by score; how many there
/// are in all is not asked.
std::vector<RankedDocument> rank_best(const Xapian::Database& database, const Xapian::Query& query,
                                      const RankingScheme& scheme, std::size_t count);

}  // namespace dateline

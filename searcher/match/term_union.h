// Queries that are an OR of terms, answered by a walk over their postings.
//
// This is what people ask for most, and Xapian's matcher can either find its best articles fast or
// look at all of its articles, but not both: a total that is exact costs it several times the ten
// best. A walk through all postings, term by term, that adds up the same weights gives both at
// once, and in less time. Any other query is Xapian's own.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/match/document_set.h"
#include "searcher/match/feedback.h"
#include "searcher/match/ranking_scheme.h"

namespace dateline {

/// A term of an OR.
struct UnionTerm {
  std::string term;
  Xapian::termcount times = 1;     ///< that it stands in the query; 0: it weighs nothing
  Xapian::doccount frequency = 0;  ///< documents that have it
  double occurrences = 0;          ///< in all of them
};

/// The same of a term that is in no document's way: it adds to scores, and finds nothing.
struct AddedTerm {
  UnionTerm term;
  double factor = 1;  ///< what it weighs, by what it would as a word of the query
};

/// The terms of a query that is one term or an OR of them; those that no document has are left out.
/// Empty when it is any other query.
std::optional<std::vector<UnionTerm>> find_union(const Xapian::Database& database,
                                                 const Xapian::Query& query);

/// What the archive knows of terms that feedback adds; those that no document has are left out.
std::vector<AddedTerm> find_added(const Xapian::Database& database,
                                  std::span<const FeedbackTerm> feedback);

/// How many postings a walk goes through.
std::size_t count_postings(std::span<const UnionTerm> terms);

/// Whether a walk can score as this scheme does.
bool can_walk(const RankingScheme& scheme);

/// A document and what the terms it has add up to, as Xapian's own weights have it.
struct ScoredDocument {
  Xapian::docid document = 0;
  double score = 0;
};

/// Gathers the best while a walk goes on.
class BestDocuments {
 public:
  /// Keeps the `count` best, and all that could be their equals in nine digits.
  explicit BestDocuments(std::size_t count) : count_(count) {}

  void add(ScoredDocument scored) {
    if (count_ > 0 && scored.score >= least_) {
      kept_.push_back(scored);
      if (kept_.size() >= most_kept_) {
        shrink();
      }
    }
  }

  /// The best, in no order, with scores as they were added.
  std::vector<ScoredDocument> take();

 private:
  void shrink();

  std::size_t count_;
  std::size_t most_kept_ = 1024;
  double least_ = 0;
  std::vector<ScoredDocument> kept_;
};

/// What a walk adds to, and what it needs.
struct UnionMatch {
  DocumentSet& documents;     ///< all that have a term
  BestDocuments& best;        ///< of those that `filter` holds, where there is one
  const DocumentSet* filter;  ///< nullptr: all
  /// The lengths of all documents by their numbers, or empty where they are not in memory.
  std::span<const Xapian::termcount> lengths;
  /// One for each document by its number, all 0; they are 0 again behind the walk.
  std::span<double> sums;
};

/// Walks through the postings of an OR, term by term, with a scheme of which `can_walk`; then
/// through those of the terms that are added.
void walk_union(const Xapian::Database& database, std::span<const UnionTerm> terms,
                std::span<const AddedTerm> added, const RankingScheme& scheme,
                const UnionMatch& match);

}  // namespace dateline

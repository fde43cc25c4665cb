// The walk, and the arithmetic of `Xapian::BM25Weight`, to whose sums these must be equal.
#include "searcher/match/term_union.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dateline {

namespace {

bool add_terms(const Xapian::Database& database, const Xapian::Query& query,
               std::vector<UnionTerm>& terms) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_MATCH_NOTHING: return true;
    case Xapian::Query::LEAF_TERM: {
      const std::string term = *query.get_terms_begin();
      const Xapian::doccount frequency = database.get_termfreq(term);
      if (frequency > 0) {
        terms.push_back({term, query.get_length(), frequency});
      }
      return true;
    }
    case Xapian::Query::OP_OR: {
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (!add_terms(database, query.get_subquery(i), terms)) {
          return false;
        }
      }
      return true;
    }
    default: return false;
  }
}

/// The weight a term has in any document, but for how often it stands there. As in Xapian, a term
/// of more than every third document keeps a little weight, and is never below zero.
double weight_of(const UnionTerm& term, Xapian::doccount all) {
  const double frequency = term.frequency;
  double odds = (static_cast<double>(all) - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) {
    odds = odds * 0.5 + 1;
  }
  const double times = term.times;
  return std::log(odds) * ((bm25_k3 + 1) * times / (bm25_k3 + times)) * (bm25_k1 + 1);
}

/// The place of the walk in the postings of one term.
struct Cursor {
  Xapian::PostingIterator posting;
  Xapian::PostingIterator end;
  Xapian::docid document = 0;
  double weight = 0;
};

std::vector<Cursor> begin_walk(const Xapian::Database& database, std::span<const UnionTerm> terms) {
  std::vector<Cursor> cursors;
  for (const UnionTerm& term : terms) {
    Cursor cursor{database.postlist_begin(term.term), database.postlist_end(term.term), 0,
                  weight_of(term, database.get_doccount())};
    if (cursor.posting != cursor.end) {
      cursor.document = *cursor.posting;
      cursors.push_back(std::move(cursor));
    }
  }
  return cursors;
}

/// What BM25 divides by, but for the frequency: a constant and a share of the document's length.
struct Length {
  double constant = bm25_k1 * (1 - bm25_b);
  double share = 0;
};

Length length_of(const Xapian::Database& database) {
  Length length;
  const auto total = static_cast<double>(database.get_total_length());
  length.share = total > 0 ? bm25_k1 * bm25_b * database.get_doccount() / total : 0;
  return length;
}

Xapian::docid first_of(const std::vector<Cursor>& cursors) {
  Xapian::docid first = cursors.front().document;
  for (const Cursor& cursor : cursors) {
    first = std::min(first, cursor.document);
  }
  return first;
}

/// Adds up the weights of the document, and moves on what stands at it.
double take_score(std::vector<Cursor>& cursors, Xapian::docid document,
                  std::span<const Xapian::termcount> lengths, const Length& length) {
  double score = 0;
  bool has_ended = false;
  for (Cursor& cursor : cursors) {
    if (cursor.document != document) {
      continue;
    }
    const Xapian::termcount words =
        lengths.empty() ? cursor.posting.get_doclength() : lengths[document];
    const double frequency = cursor.posting.get_wdf();
    score += cursor.weight * frequency / (length.constant + length.share * words + frequency);
    if (++cursor.posting == cursor.end) {
      has_ended = true;
    } else {
      cursor.document = *cursor.posting;
    }
  }
  if (has_ended) {
    std::erase_if(cursors, [](const Cursor& cursor) { return cursor.posting == cursor.end; });
  }
  return score;
}

}  // namespace

std::optional<std::vector<UnionTerm>> find_union(const Xapian::Database& database,
                                                 const Xapian::Query& query) {
  std::vector<UnionTerm> terms;
  if (!add_terms(database, query, terms)) {
    return std::nullopt;
  }
  return terms;
}

std::size_t count_postings(std::span<const UnionTerm> terms) {
  std::size_t postings = 0;
  for (const UnionTerm& term : terms) {
    postings += term.frequency;
  }
  return postings;
}

void add_union(const Xapian::Database& database, std::span<const UnionTerm> terms,
               DocumentSet& documents) {
  for (const UnionTerm& term : terms) {
    const auto end = database.postlist_end(term.term);
    for (auto posting = database.postlist_begin(term.term); posting != end; ++posting) {
      documents.add(*posting);
    }
  }
}

std::vector<ScoredDocument> BestDocuments::take() {
  return std::move(kept_);
}

void BestDocuments::shrink() {
  // More than nine digits can hide, and far less than what tells most documents apart.
  constexpr double digits = 1 - 1e-8;
  if (kept_.size() > count_) {
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(count_ - 1);
    std::ranges::nth_element(kept_, last, std::greater<>(), &ScoredDocument::score);
    least_ = last->score * digits;
    std::erase_if(kept_, [this](const ScoredDocument& kept) { return kept.score < least_; });
  }
  most_kept_ = std::max<std::size_t>(1024, kept_.size() * 2);
}

void walk_union(const Xapian::Database& database, std::span<const UnionTerm> terms,
                std::span<const Xapian::termcount> lengths, const UnionMatch& match) {
  const Length length = length_of(database);
  std::vector<Cursor> cursors = begin_walk(database, terms);
  while (!cursors.empty()) {
    const Xapian::docid document = first_of(cursors);
    const double score = take_score(cursors, document, lengths, length);
    match.documents.add(document);
    if (match.filter == nullptr || match.filter->contains(document)) {
      match.best.add({document, score});
    }
  }
}

}  // namespace dateline

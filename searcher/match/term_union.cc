// The walk, and the arithmetic of `Xapian::BM25Weight` and `Xapian::IneB2Weight`, to whose sums
// these must be equal.
#include "searcher/match/term_union.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

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
        terms.push_back({term, query.get_length(), frequency,
                         static_cast<double>(database.get_collection_freq(term))});
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

/// As in Xapian, a term of more than every third document keeps a little weight, and is never below
/// zero.
double bm25_weight(const UnionTerm& term, double all, const RankingScheme& scheme) {
  const double frequency = term.frequency;
  double odds = (all - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) {
    odds = odds * 0.5 + 1;
  }
  const double times = term.times;
  const double in_query = (scheme.k3 + 1) * times / (scheme.k3 + times);
  return std::log(odds) * in_query * (scheme.k1 + 1);
}

/// How rare a term is by the documents that would have it, were its occurrences spread by chance;
/// how often it comes again where it is.
double ineb2_weight(const UnionTerm& term, double all) {
  const double expected = all * (1 - std::exp(-term.occurrences / all));
  return term.times * std::log2((all + 1) / (expected + 0.5)) * (term.occurrences + 1) /
         term.frequency;
}

/// The weight a term has in any document, but for how often it stands there.
double weight_of(const UnionTerm& term, double all, const RankingScheme& scheme) {
  if (term.times == 0) {
    return 0;
  }
  return scheme.model == RankingModel::Bm25 ? bm25_weight(term, all, scheme)
                                            : ineb2_weight(term, all);
}

/// Of its weight a term gives f / (f + d) for f times in a document, in both schemes; d depends on
/// the document's length alone.
class LengthDivisor {
 public:
  LengthDivisor(const Xapian::Database& database, const RankingScheme& scheme)
      : scheme_(scheme),
        average_(static_cast<double>(database.get_total_length()) / database.get_doccount()) {}

  double of(Xapian::termcount length) {
    if (scheme_.model == RankingModel::Bm25) {
      return scheme_.k1 * (1 - scheme_.b + scheme_.b * length / average_);
    }
    // Articles of the same length are many, and logarithms slow.
    if (length >= known_.size()) {
      if (length >= max_known) {
        return ineb2_divisor(length);
      }
      known_.resize(std::max<std::size_t>(length + 1, 2 * known_.size()));
    }
    double& divisor = known_[length];
    if (divisor == 0) {
      divisor = ineb2_divisor(length);
    }
    return divisor;
  }

 private:
  static constexpr Xapian::termcount max_known = 1U << 14U;

  double ineb2_divisor(Xapian::termcount length) const {
    return 1 / std::log2(1 + scheme_.c * average_ / length);
  }

  const RankingScheme& scheme_;
  double average_;
  std::vector<double> known_;  // by length; 0: not yet
};

/// What a term of this weight gives to the document of a posting.
double part_of(const Xapian::PostingIterator& posting, double weight, LengthDivisor& divisor,
               const UnionMatch& match) {
  const Xapian::termcount length =
      match.lengths.empty() ? posting.get_doclength() : match.lengths[*posting];
  const double frequency = posting.get_wdf();
  return weight * frequency / (frequency + divisor.of(length));
}

/// Adds what a term gives to the sum of each of its documents.
void add_term(const Xapian::Database& database, const UnionTerm& term, double weight,
              LengthDivisor& divisor, const UnionMatch& match) {
  const auto end = database.postlist_end(term.term);
  for (auto posting = database.postlist_begin(term.term); posting != end; ++posting) {
    const Xapian::docid document = *posting;
    match.documents.add(document);
    if (weight > 0) {
      match.sums[document] += part_of(posting, weight, divisor, match);
    }
  }
}

/// The same for the documents that have been found by other terms.
void add_to_found(const Xapian::Database& database, const UnionTerm& term, double weight,
                  LengthDivisor& divisor, const UnionMatch& match) {
  const auto end = database.postlist_end(term.term);
  for (auto posting = database.postlist_begin(term.term); posting != end; ++posting) {
    const Xapian::docid document = *posting;
    if (match.documents.contains(document)) {
      match.sums[document] += part_of(posting, weight, divisor, match);
    }
  }
}

}  // namespace

bool can_walk(const RankingScheme& scheme) {
  return scheme.model == RankingModel::Bm25 || scheme.model == RankingModel::InEB2;
}

std::optional<std::vector<UnionTerm>> find_union(const Xapian::Database& database,
                                                 const Xapian::Query& query) {
  std::vector<UnionTerm> terms;
  if (!add_terms(database, query, terms)) {
    return std::nullopt;
  }
  return terms;
}

std::vector<AddedTerm> find_added(const Xapian::Database& database,
                                  std::span<const FeedbackTerm> feedback) {
  std::vector<AddedTerm> added;
  for (const FeedbackTerm& term : feedback) {
    const Xapian::doccount frequency = database.get_termfreq(term.term);
    if (frequency > 0) {
      const auto occurrences = static_cast<double>(database.get_collection_freq(term.term));
      added.push_back({{term.term, 1, frequency, occurrences}, term.weight});
    }
  }
  return added;
}

std::size_t count_postings(std::span<const UnionTerm> terms) {
  std::size_t postings = 0;
  for (const UnionTerm& term : terms) {
    postings += term.frequency;
  }
  return postings;
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
                std::span<const AddedTerm> added, const RankingScheme& scheme,
                const UnionMatch& match) {
  LengthDivisor divisor(database, scheme);
  const double all = database.get_doccount();
  for (const UnionTerm& term : terms) {
    add_term(database, term, weight_of(term, all, scheme), divisor, match);
  }
  for (const auto& [term, factor] : added) {
    add_to_found(database, term, factor * weight_of(term, all, scheme), divisor, match);
  }
  match.documents.for_each([&](Xapian::docid document) {
    const double score = std::exchange(match.sums[document], 0);
    if (match.filter == nullptr || match.filter->contains(document)) {
      match.best.add({document, score});
    }
  });
}

}  // namespace dateline

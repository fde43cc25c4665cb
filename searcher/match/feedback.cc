// Counts the stems of the best articles by their term lists.
#include "searcher/match/feedback.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "common/field.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/boolean_match.h"
#include "searcher/match/ranking.h"
#include "searcher/match/weights.h"
#include "searcher/query/stop_words.h"

namespace dateline {

namespace {

/// A stem of the best articles.
struct Candidate {
  double times = 0;          ///< that it stands in them
  std::size_t articles = 0;  ///< that have it
};

using Candidates = std::unordered_map<std::string, Candidate>;

Candidates count_stems(const Xapian::Database& database, std::span<const RankedDocument> best) {
  Candidates candidates;
  for (const RankedDocument& ranked : best) {
    const auto end = database.termlist_end(ranked.document);
    auto term = database.termlist_begin(ranked.document);
    term.skip_to(std::string(stem_prefix));
    for (; term != end && (*term).starts_with(stem_prefix); ++term) {
      Candidate& candidate = candidates[*term];
      candidate.times += term.get_wdf();
      ++candidate.articles;
    }
  }
  return candidates;
}

/// How much a term tells of the best articles; see feedback.h.
double bo1(double times_in_best, double times_in_all, double all) {
  const double expected = times_in_all / all;
  return times_in_best * std::log2((1 + expected) / expected) + std::log2(1 + expected);
}

/// How often the word stands in the query that stands there most often; 0 where none weighs
/// anything.
double most_times(const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    return query.get_length();
  }
  const Xapian::Query::op op = query.get_type();
  const bool only_first = op == Xapian::Query::OP_FILTER || op == Xapian::Query::OP_AND_NOT;
  const std::size_t parts = query.get_num_subqueries();
  double most = op == Xapian::Query::OP_SYNONYM ? 1 : 0;
  for (std::size_t i = 0; i < (only_first ? std::min<std::size_t>(parts, 1) : parts); ++i) {
    most = std::max(most, most_times(query.get_subquery(i)));
  }
  return most;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const ArchiveReader::State& state,
                                         const Xapian::Query& query, const RankingScheme& scheme,
                                         const FeedbackOptions& options) {
  const Xapian::Database& database = state.database;
  const double unit = options.weight * most_times(query);
  if (unit <= 0) {
    return {};
  }
  const std::vector<RankedDocument> best =
      rank_best(database, with_sets(state, query, set_place(scheme)), scheme, options.articles);
  const std::size_t least_articles = std::min<std::size_t>(best.size(), 2);
  std::vector<FeedbackTerm> terms;
  for (const auto& [stem, candidate] : count_stems(database, best)) {
    if (candidate.articles >= least_articles && candidate.times > 0 &&
        !is_stop_stem(std::string_view(stem).substr(stem_prefix.size()))) {
      const auto all = static_cast<double>(database.get_collection_freq(stem));
      terms.push_back({stem, bo1(candidate.times, all, database.get_doccount())});
    }
  }
  const auto most = static_cast<std::ptrdiff_t>(std::min(options.terms, terms.size()));
  std::ranges::partial_sort(
      terms, terms.begin() + most, [](const FeedbackTerm& one, const FeedbackTerm& other) {
        return std::tie(other.weight, one.term) < std::tie(one.weight, other.term);
      });
  terms.resize(static_cast<std::size_t>(most));
  const double highest = terms.empty() ? 0 : terms.front().weight;
  for (FeedbackTerm& term : terms) {
    term.weight *= unit / highest;
  }
  return terms;
}

Xapian::Query with_feedback(const Xapian::Query& query, std::span<const FeedbackTerm> feedback) {
  if (feedback.empty()) {
    return query;
  }
  std::vector<Xapian::Query> terms;
  terms.reserve(feedback.size());
  for (const FeedbackTerm& added : feedback) {
    terms.emplace_back(added.weight, Xapian::Query(added.term));
  }
  // Not OP_AND_MAYBE: Xapian 1.4 then gives weight to phrases that do not match.
  return {Xapian::Query::OP_OR, query,
          Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())};
}

double sum_of_weights(std::span<const FeedbackTerm> feedback) {
  double sum = 0;
  for (const FeedbackTerm& added : feedback) {
    sum += added.weight;
  }
  return sum;
}

}  // namespace dateline

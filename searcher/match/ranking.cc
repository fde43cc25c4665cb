// Scores, and orders that two machines agree on.
//
// Which scheme is the default, and why: docs/decisions/0013-ranking.md. The title counts more by
// its wdf, so there is one length and one weight for the whole article.
#include "searcher/match/ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/boolean_match.h"
#include "searcher/match/collecting_spy.h"
#include "searcher/match/term_union.h"
#include "searcher/match/weights.h"

namespace dateline {

namespace {

std::vector<Xapian::docid> numbers_of(std::span<const RankedDocument> documents) {
  std::vector<Xapian::docid> numbers(documents.size());
  std::ranges::transform(documents, numbers.begin(), &RankedDocument::document);
  return numbers;
}

/// The keys that sort documents by date, the newest first, then by id; the undated come last.
std::vector<std::string> date_keys(const Xapian::Database& database,
                                   std::span<const RankedDocument> documents) {
  const std::vector<Xapian::docid> numbers = numbers_of(documents);
  std::vector<std::string> keys = values_of(database, Slot::Date, numbers);
  const std::vector<std::string> ids = values_of(database, Slot::Id, numbers);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (char& byte : keys[i]) {
      byte = static_cast<char>(~byte);
    }
    keys[i] = (keys[i].empty() ? "2" : "1") + keys[i] + ids[i];
  }
  return keys;
}

/// The score to nine significant digits, in which the order of additions no longer shows.
double to_nine_digits(double score) {
  if (score == 0) {
    return 0;
  }
  const double scale = std::pow(10.0, 8 - std::floor(std::log10(std::abs(score))));
  return std::round(score * scale) / scale;
}

std::vector<RankedDocument> documents_of(const Xapian::MSet& mset) {
  std::vector<RankedDocument> documents;
  documents.reserve(mset.size());
  for (auto it = mset.begin(); it != mset.end(); ++it) {
    documents.push_back({*it, to_nine_digits(it.get_weight())});
  }
  return documents;
}

/// Documents of one score, from the first to behind the last.
using Ties = std::pair<std::size_t, std::size_t>;

/// Where documents have equal scores, as far as the first `count` go.
std::vector<Ties> find_ties(std::span<const RankedDocument> documents, std::size_t count) {
  std::vector<Ties> ties;
  for (std::size_t first = 0; first < count;) {
    std::size_t last = first + 1;
    while (last < documents.size() && documents[last].score == documents[first].score) {
      ++last;
    }
    if (last - first > 1) {
      ties.emplace_back(first, last);
    }
    first = last;
  }
  return ties;
}

/// Puts documents of equal scores in the order of their date keys, of equal ones in the order of
/// their archives, as far as the first `count` go.
void settle_ties(const Xapian::Database& database, std::vector<RankedDocument>& documents,
                 std::size_t count) {
  count = std::min(count, documents.size());
  const std::vector<Ties> ties = find_ties(documents, count);
  std::vector<RankedDocument> tied;
  for (const auto& [first, last] : ties) {
    tied.insert(tied.end(), documents.begin() + static_cast<std::ptrdiff_t>(first),
                documents.begin() + static_cast<std::ptrdiff_t>(last));
  }
  const std::vector<std::string> keys = date_keys(database, tied);
  std::size_t next = 0;
  for (const auto& [first, last] : ties) {
    std::vector<std::size_t> order(last - first);
    std::iota(order.begin(), order.end(), next);
    next += order.size();
    std::ranges::sort(order, {}, [&](std::size_t i) {
      return std::tuple(std::string_view(keys[i]), (tied[i].document - 1) % database.size());
    });
    std::ranges::transform(order, documents.begin() + static_cast<std::ptrdiff_t>(first),
                           [&tied](std::size_t i) { return tied[i]; });
  }
  documents.resize(count);
}

/// Documents are fetched until the score of the last one asked for is left behind: only then is it
/// known which of its equals belong to the first `count`. The first fetch looks at `checked`
/// documents at least and shows them to the spies.
std::vector<RankedDocument> fetch_best(Xapian::Enquire& enquire, const Xapian::Database& database,
                                       std::size_t count, Xapian::doccount checked) {
  constexpr std::size_t reserve = 16;
  const Xapian::doccount all = database.get_doccount();
  count = std::min<std::size_t>(count, all);
  for (std::size_t fetched = count == 0 ? 0 : count + reserve;; fetched *= 4) {
    const auto most = static_cast<Xapian::doccount>(std::min<std::size_t>(fetched, all));
    std::vector<RankedDocument> documents = documents_of(enquire.get_mset(0, most, checked));
    enquire.clear_matchspies();
    const bool is_complete = documents.size() < most || most == all;
    if (is_complete || count == 0 || documents[count - 1].score != documents.back().score) {
      settle_ties(database, documents, count);
      return documents;
    }
  }
}

Xapian::Enquire enquire_of(const Xapian::Database& database, const Xapian::Query& query,
                           const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  return enquire;
}

/// What scores these documents, which the query matches, by the query and by feedback.
Xapian::Enquire enquire_among(const Xapian::Database& database, const Xapian::Query& documents,
                              const Xapian::Query& query, const RankingOrder& order) {
  return enquire_of(database,
                    {Xapian::Query::OP_FILTER, with_feedback(query, order.feedback), documents},
                    *make_weight(order.scheme, query, sum_of_weights(order.feedback)));
}

/// The best of an OR of terms, by one walk that finds all of its documents too.
std::vector<RankedDocument> rank_union(ArchiveReader::State& state, NarrowedMatch& match,
                                       std::span<const UnionTerm> terms, const RankingOrder& order,
                                       std::size_t count) {
  DocumentSet documents(state.database.get_lastdocid());
  BestDocuments best(count);
  // Taken out, so that a walk that is broken off leaves nothing in it.
  std::vector<double> sums = std::exchange(state.columns.sums, {});
  sums.resize(state.database.get_lastdocid() + std::size_t{1});
  walk_union(
      state.database, terms, find_added(state.database, order.feedback), order.scheme,
      {documents, best, match.filter(), document_lengths(state, count_postings(terms)), sums});
  state.columns.sums = std::move(sums);
  match.set_text(std::move(documents));
  std::vector<RankedDocument> ranked;
  for (const ScoredDocument& scored : best.take()) {
    ranked.push_back({scored.document, to_nine_digits(scored.score)});
  }
  std::ranges::sort(ranked, std::greater<>(), &RankedDocument::score);
  settle_ties(state.database, ranked, count);
  return ranked;
}

std::vector<RankedDocument> rank_by_score(ArchiveReader::State& state, NarrowedMatch& match,
                                          const RankingOrder& order, std::size_t count) {
  const auto terms = find_union(state.database, match.text_query());
  if (can_walk(order.scheme) && terms) {
    return rank_union(state, match, *terms, order, count);
  }
  if (!order.feedback.empty()) {
    Xapian::Enquire enquire =
        enquire_among(state.database, match_set(state, match.whole(), set_place(order.scheme)),
                      match.ranked_text(), order);
    return fetch_best(enquire, state.database, count, 0);
  }
  const Xapian::Query query = match.ranked_whole();
  Xapian::Enquire enquire = enquire_of(state.database, query, *make_weight(order.scheme, query));
  if (state.archives.size() > 1) {
    return fetch_best(enquire, state.database, count, 0);
  }
  DocumentSet documents(state.database.get_lastdocid());
  CollectingSpy spy(state, 0, documents);
  enquire.add_matchspy(&spy);
  std::vector<RankedDocument> ranked =
      fetch_best(enquire, state.database, count, state.database.get_doccount());
  match.set_whole(std::move(documents));
  return ranked;
}

/// A document, and what sorts it by date.
struct DatedDocument {
  DayNumber key = no_day;
  Xapian::docid document = 0;
};

/// A document in its place, with its id.
struct PlacedDocument {
  DatedDocument dated;
  std::string id;
};

/// The documents that can be among the `count` first by their keys.
std::vector<DatedDocument> first_by_day(ArchiveReader::State& state, const DocumentSet& documents,
                                        bool newest_first, std::size_t count) {
  std::vector<DatedDocument> dated;
  visit_articles(state, documents, {.day = true}, [&](const ArticleValues& values) {
    const bool is_turned = newest_first && values.day != no_day;
    dated.push_back({is_turned ? no_day - 1 - values.day : values.day, values.document});
  });
  if (count < dated.size()) {
    const auto last = dated.begin() + static_cast<std::ptrdiff_t>(count);
    std::ranges::nth_element(dated, last, {}, &DatedDocument::key);
    const DayNumber key = last->key;
    std::erase_if(dated, [key](const DatedDocument& document) { return document.key > key; });
  }
  return dated;
}

/// The documents in their order, each with its id.
std::vector<PlacedDocument> place(const ArchiveReader::State& state,
                                  std::span<const DatedDocument> documents) {
  std::vector<Xapian::docid> numbers(documents.size());
  std::ranges::transform(documents, numbers.begin(), &DatedDocument::document);
  std::vector<std::string> ids = values_of(state.database, Slot::Id, numbers);
  std::vector<PlacedDocument> placed;
  placed.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    placed.push_back({documents[i], std::move(ids[i])});
  }
  std::ranges::sort(placed, [&state](const PlacedDocument& a, const PlacedDocument& b) {
    return std::tuple(a.dated.key, std::string_view(a.id), state.archive_of(a.dated.document)) <
           std::tuple(b.dated.key, std::string_view(b.id), state.archive_of(b.dated.document));
  });
  return placed;
}

/// Adds the scores that a query gives to documents, whose ids are known.
void add_scores(const Xapian::Database& database, const Xapian::Query& query,
                const RankingOrder& order, std::span<const PlacedDocument> ids,
                std::span<RankedDocument> ranked) {
  constexpr std::size_t at_once = 256;
  for (std::size_t begin = 0; begin < ranked.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, ranked.size());
    std::vector<std::string> terms;
    for (std::size_t i = begin; i < end; ++i) {
      terms.push_back(make_term(id_prefix, ids[i].id));
    }
    Xapian::Enquire enquire = enquire_among(
        database, Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()), query, order);
    // Several archives may have an article of the same id each.
    const Xapian::doccount all = database.get_doccount();
    for (const RankedDocument& scored : documents_of(enquire.get_mset(0, all))) {
      for (std::size_t i = begin; i < end; ++i) {
        if (ranked[i].document == scored.document) {
          ranked[i].score = scored.score;
        }
      }
    }
  }
}

std::vector<RankedDocument> rank_by_date(ArchiveReader::State& state, NarrowedMatch& match,
                                         const RankingOrder& order, std::size_t count) {
  std::vector<PlacedDocument> placed =
      place(state, first_by_day(state, match.whole(), order.sort == SortOrder::Newest, count));
  placed.resize(std::min(count, placed.size()));
  std::vector<RankedDocument> ranked;
  ranked.reserve(placed.size());
  for (const PlacedDocument& document : placed) {
    ranked.push_back({document.dated.document, 0});
  }
  if (match.text_query().get_type() != Xapian::Query::LEAF_MATCH_ALL) {
    add_scores(state.database, match.ranked_text(), order, placed, ranked);
  }
  return ranked;
}

}  // namespace

std::vector<RankedDocument> rank_match(ArchiveReader::State& state, NarrowedMatch& match,
                                       const RankingOrder& order, std::size_t count) {
  if (order.sort == SortOrder::Relevance) {
    return rank_by_score(state, match, order, count);
  }
  return rank_by_date(state, match, order, count);
}

std::vector<RankedDocument> rank_best(const Xapian::Database& database, const Xapian::Query& query,
                                      const RankingScheme& scheme, std::size_t count) {
  Xapian::Enquire enquire = enquire_of(database, query, *make_weight(scheme, query));
  return fetch_best(enquire, database, count, 0);
}

}  // namespace dateline

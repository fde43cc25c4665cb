// BM25, and orders that two machines agree on.
//
// Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009). The
// parameters are those that won on Cranfield, CACM and CISI alike (docs/decisions/0005-ranking.md);
// the title counts more by its wdf, so there is one length and one weight for the whole article.
#include "searcher/match/ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/term_union.h"

namespace dateline {

namespace {

Xapian::BM25Weight bm25() {
  constexpr double k2 = 0;
  constexpr double min_normlen = 0;
  return {bm25_k1, k2, bm25_k3, bm25_b, min_normlen};
}

Xapian::valueno slot(Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// The key that sorts documents by date, the newest first, then by id; the undated come last.
std::string date_key(const Xapian::Document& document) {
  std::string date = document.get_value(slot(Slot::Date));
  for (char& byte : date) {
    byte = static_cast<char>(~byte);
  }
  return (date.empty() ? "2" : "1") + date + document.get_value(slot(Slot::Id));
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

/// Puts documents of equal scores in the order of their date keys, of equal ones in the order of
/// their archives, as far as the first `count` go.
void settle_ties(const Xapian::Database& database, std::vector<RankedDocument>& documents,
                 std::size_t count) {
  const auto all_asked_for =
      documents.begin() + static_cast<std::ptrdiff_t>(std::min(count, documents.size()));
  for (auto first = documents.begin(); first < all_asked_for;) {
    const auto last = std::find_if(first, documents.end(), [first](const RankedDocument& other) {
      return other.score != first->score;
    });
    if (last - first > 1) {
      std::vector<std::tuple<std::string, std::size_t, RankedDocument>> keyed;
      keyed.reserve(static_cast<std::size_t>(last - first));
      for (auto ranked = first; ranked != last; ++ranked) {
        keyed.emplace_back(date_key(database.get_document(ranked->document)),
                           (ranked->document - 1) % database.size(), *ranked);
      }
      std::ranges::sort(keyed, {}, [](const auto& entry) {
        return std::tie(std::get<0>(entry), std::get<1>(entry));
      });
      std::ranges::transform(keyed, first, [](const auto& entry) { return std::get<2>(entry); });
    }
    first = last;
  }
  documents.erase(all_asked_for, documents.end());
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

Xapian::Enquire enquire_of(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  return enquire;
}

/// Collects all documents of the only archive.
class CollectingSpy : public Xapian::MatchSpy {
 public:
  explicit CollectingSpy(DocumentSet& documents) : documents_(documents) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents_.add(document.get_docid());
  }

 private:
  DocumentSet& documents_;
};

/// The best of an OR of terms, by one walk that finds all of its documents too.
std::vector<RankedDocument> rank_union(ArchiveReader::State& state, NarrowedMatch& match,
                                       std::span<const UnionTerm> terms, std::size_t count) {
  DocumentSet documents(state.database.get_lastdocid());
  BestDocuments best(count);
  walk_union(state.database, terms, document_lengths(state, count_postings(terms)),
             {documents, best, match.filter()});
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
                                          std::size_t count) {
  // With more terms, Xapian's heaps are faster than a look at every term.
  constexpr std::size_t most_terms = 32;
  const auto terms = find_union(state.database, match.text_query());
  if (terms && terms->size() <= most_terms) {
    return rank_union(state, match, *terms, count);
  }
  if (state.archives.size() > 1) {
    return rank_best(state.database, match.ranked_whole(), count);
  }
  DocumentSet documents(state.database.get_lastdocid());
  CollectingSpy spy(documents);
  Xapian::Enquire enquire = enquire_of(state.database, match.ranked_whole());
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
                                  std::vector<DatedDocument> documents) {
  std::ranges::sort(documents, {}, &DatedDocument::document);
  std::vector<PlacedDocument> placed;
  placed.reserve(documents.size());
  auto id = state.database.valuestream_begin(slot(Slot::Id));
  for (const DatedDocument& document : documents) {
    id.skip_to(document.document);
    placed.push_back({document, *id});
  }
  std::ranges::sort(placed, [&state](const PlacedDocument& a, const PlacedDocument& b) {
    return std::tuple(a.dated.key, std::string_view(a.id), state.archive_of(a.dated.document)) <
           std::tuple(b.dated.key, std::string_view(b.id), state.archive_of(b.dated.document));
  });
  return placed;
}

/// Adds the scores that a query gives to documents, whose ids are known.
void add_scores(const Xapian::Database& database, const Xapian::Query& query,
                std::span<const PlacedDocument> ids, std::span<RankedDocument> ranked) {
  constexpr std::size_t at_once = 256;
  for (std::size_t begin = 0; begin < ranked.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, ranked.size());
    std::vector<std::string> terms;
    for (std::size_t i = begin; i < end; ++i) {
      terms.push_back(make_term(id_prefix, ids[i].id));
    }
    Xapian::Enquire enquire =
        enquire_of(database, {Xapian::Query::OP_FILTER, query,
                              Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())});
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
                                         bool newest_first, std::size_t count) {
  std::vector<PlacedDocument> placed =
      place(state, first_by_day(state, match.whole(), newest_first, count));
  placed.resize(std::min(count, placed.size()));
  std::vector<RankedDocument> ranked;
  ranked.reserve(placed.size());
  for (const PlacedDocument& document : placed) {
    ranked.push_back({document.dated.document, 0});
  }
  if (match.text_query().get_type() != Xapian::Query::LEAF_MATCH_ALL) {
    add_scores(state.database, match.ranked_text(), placed, ranked);
  }
  return ranked;
}

}  // namespace

std::vector<RankedDocument> rank_match(ArchiveReader::State& state, NarrowedMatch& match,
                                       SortOrder sort, std::size_t count) {
  if (sort == SortOrder::Relevance) {
    return rank_by_score(state, match, count);
  }
  return rank_by_date(state, match, sort == SortOrder::Newest, count);
}

std::vector<RankedDocument> rank_best(const Xapian::Database& database, const Xapian::Query& query,
                                      std::size_t count) {
  Xapian::Enquire enquire = enquire_of(database, query);
  return fetch_best(enquire, database, count, 0);
}

}  // namespace dateline

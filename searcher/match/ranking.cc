// BM25, and orders that two machines agree on.
//
// Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009). The
// parameters are those that won on Cranfield, CACM and CISI alike (docs/decisions/0005-ranking.md);
// the title counts more by its wdf, so there is one length and one weight for the whole article.
#include "searcher/match/ranking.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "common/field.h"

namespace dateline {

namespace {

Xapian::BM25Weight bm25() {
  constexpr double k1 = 1.6;
  constexpr double k2 = 0;
  constexpr double k3 = 1;
  constexpr double b = 0.6;
  constexpr double min_normlen = 0;
  return {k1, k2, k3, b, min_normlen};
}

Xapian::valueno slot(Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// The key that sorts documents by date, then by id; the undated come last.
std::string date_key(const Xapian::Document& document, bool newest_first) {
  std::string date = document.get_value(slot(Slot::Date));
  if (newest_first) {
    for (char& byte : date) {
      byte = static_cast<char>(~byte);
    }
  }
  return (date.empty() ? "2" : "1") + date + document.get_value(slot(Slot::Id));
}

class DateKeyMaker : public Xapian::KeyMaker {
 public:
  explicit DateKeyMaker(bool newest_first) : newest_first_(newest_first) {}

  std::string operator()(const Xapian::Document& document) const override {
    return date_key(document, newest_first_);
  }

 private:
  bool newest_first_;
};

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

/// Puts documents of equal scores in the order of their date keys.
void settle_ties(const Xapian::Database& database, std::vector<RankedDocument>& documents) {
  for (auto first = documents.begin(); first != documents.end();) {
    const auto last = std::find_if(first, documents.end(), [first](const RankedDocument& other) {
      return other.score != first->score;
    });
    if (last - first > 1) {
      std::vector<std::pair<std::string, RankedDocument>> keyed;
      for (auto it = first; it != last; ++it) {
        keyed.emplace_back(date_key(database.get_document(it->document), true), *it);
      }
      std::ranges::sort(
          keyed, {}, [](const auto& entry) -> const auto& { return entry.first; });
      std::ranges::transform(keyed, first, [](const auto& entry) { return entry.second; });
    }
    first = last;
  }
}

Xapian::Enquire enquire_of(const Xapian::Database& database, const Xapian::Query& query,
                           Xapian::MatchSpy& spy) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  enquire.add_matchspy(&spy);
  return enquire;
}

std::vector<RankedDocument> rank_by_date(Xapian::Enquire& enquire, SortOrder sort,
                                         std::size_t count, Xapian::doccount all) {
  DateKeyMaker keys(sort != SortOrder::Oldest);
  // The key ends in the id, so relevance decides nothing, but is there to be shown.
  enquire.set_sort_by_key_then_relevance(&keys, false);
  return documents_of(
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::min<std::size_t>(count, all)), all));
}

/// Documents are fetched until the score of the last one asked for is left behind: only then is it
/// known which of its equals belong to the first `count`.
std::vector<RankedDocument> rank_by_score(const Xapian::Database& database,
                                          const Xapian::Query& query, std::size_t count,
                                          Xapian::MatchSpy& spy) {
  constexpr std::size_t reserve = 16;
  const Xapian::doccount all = database.get_doccount();
  count = std::min<std::size_t>(count, all);
  Xapian::Enquire enquire = enquire_of(database, query, spy);
  for (std::size_t fetched = count + reserve;; fetched *= 4) {
    const auto most = static_cast<Xapian::doccount>(std::min<std::size_t>(fetched, all));
    std::vector<RankedDocument> documents = documents_of(enquire.get_mset(0, most, all));
    enquire.clear_matchspies();
    const bool is_complete = documents.size() < most || most == all;
    if (is_complete || count == 0 || documents[count - 1].score != documents.back().score) {
      settle_ties(database, documents);
      documents.resize(std::min(documents.size(), count));
      return documents;
    }
  }
}

}  // namespace

std::vector<RankedDocument> rank_documents(const Xapian::Database& database,
                                           const Xapian::Query& query, SortOrder sort,
                                           std::size_t count, Xapian::MatchSpy& spy) {
  if (sort == SortOrder::Relevance) {
    return rank_by_score(database, query, count, spy);
  }
  Xapian::Enquire enquire = enquire_of(database, query, spy);
  return rank_by_date(enquire, sort, count, database.get_doccount());
}

void spy_on_match(const Xapian::Database& database, const Xapian::Query& query,
                  Xapian::MatchSpy& spy) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
}

}  // namespace dateline

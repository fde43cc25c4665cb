// Schemes as they are typed; the walk over postings against Xapian's matcher; the language model
// against its formula.
#include "searcher/match/ranking.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/match/term_union.h"
#include "searcher/match/weights.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

TEST_CASE("a scheme is a model and its parameters") {
  CHECK(parse_ranking("ineb2") == RankingScheme{});
  CHECK(parse_ranking("bm25:k1=1.2,b=0.75") ==
        RankingScheme{.model = RankingModel::Bm25, .k1 = 1.2, .b = 0.75});
  CHECK(parse_ranking("lm-dirichlet:mu=2500").mu == 2500);
  for (const std::string& name : ranking_names()) {
    CAPTURE(name);
    CHECK_FALSE(title_of(parse_ranking(name).model).empty());
  }
  CHECK(parameters_of(parse_ranking("bm25+")).size() == 4);
  CHECK(parameters_of(parse_ranking("dph")).empty());
}

TEST_CASE("what is no scheme is refused with what there is") {
  struct Row {
    std::string typed;
    std::string message;
    std::string hint;
  };
  for (const Row& row :
       {Row{"bm26", "there is no ranking \"bm26\"",
            "choose one of ineb2, bm25, bm25+, tf-idf, pl2, inl2, bb2, dph, dlh, lm-dirichlet"},
        {"", "there is no ranking \"\"",
         "choose one of ineb2, bm25, bm25+, tf-idf, pl2, inl2, bb2, dph, dlh, lm-dirichlet"},
        {"bm25:", "the ranking bm25 has no parameter \"\"", "its parameters: k1, b, k3"},
        {"bm25:mu=3", "the ranking bm25 has no parameter \"mu\"", "its parameters: k1, b, k3"},
        {"dph:c=1", "the ranking dph has no parameter \"c\"", "its parameters: none"},
        {"bm25:b=2", "the ranking parameter \"b=2\" has no value that it can have",
         "write a number such as b=0.75, from 0 to 1"},
        {"bm25:k1=", "the ranking parameter \"k1=\" has no value that it can have",
         "write a number such as k1=1.2"},
        {"bm25:k1", "the ranking parameter \"k1\" has no value that it can have",
         "write a number such as k1=1.2"},
        {"bm25:k1=nan", "the ranking parameter \"k1=nan\" has no value that it can have",
         "write a number such as k1=1.2"},
        {"bm25:k1=1x", "the ranking parameter \"k1=1x\" has no value that it can have",
         "write a number such as k1=1.2"},
        {"ineb2:c=0", "the ranking parameter \"c=0\" has no value that it can have",
         "write a number such as c=1.2"}}) {
    CAPTURE(row.typed);
    try {
      parse_ranking(row.typed);
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(std::string(error.what()) == row.message);
      CHECK(error.hint() == row.hint);
    }
  }
}

/// Documents of words from a to j, the first ones frequent, of very different lengths.
class RandomDocuments {
 public:
  RandomDocuments() {
    std::mt19937 random(11);
    Xapian::WritableDatabase database(path(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (int i = 0; i < 300; ++i) {
      Xapian::Document document;
      const auto words = 1 + random() % (i % 10 == 0 ? 400U : 20U);
      for (unsigned word = 0; word < words; ++word) {
        document.add_term(std::string(1, static_cast<char>('a' + random() % (1 + random() % 10))));
      }
      database.add_document(document);
    }
    database.commit();
  }

  Xapian::Database open() const { return Xapian::Database(path()); }

 private:
  std::string path() const { return (folder_.path() / "xapian").string(); }

  test::TempFolder folder_;
};

std::map<Xapian::docid, double> match(const Xapian::Database& database, const Xapian::Query& query,
                                      const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::map<Xapian::docid, double> scores;
  for (auto it = found.begin(); it != found.end(); ++it) {
    scores[*it] = it.get_weight();
  }
  return scores;
}

Xapian::Query any_of(const std::map<std::string, Xapian::termcount>& words) {
  std::vector<Xapian::Query> parts;
  for (const auto& [word, times] : words) {
    parts.emplace_back(word, times);
  }
  return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

TEST_CASE("a walk scores as Xapian does, to the ninth digit") {
  const RandomDocuments documents;
  const Xapian::Database database = documents.open();
  for (const char* const name :
       {"bm25", "bm25:k1=0.9,b=0.3,k3=2", "bm25:b=0", "ineb2", "ineb2:c=3"}) {
    const RankingScheme scheme = parse_ranking(name);
    REQUIRE(can_walk(scheme));
    for (const Xapian::Query& query : {any_of({{"a", 1}}), any_of({{"b", 1}, {"j", 3}}),
                                       any_of({{"a", 0}, {"c", 1}, {"f", 2}, {"nowhere", 1}})}) {
      CAPTURE(name);
      CAPTURE(query.get_description());
      const auto expected = match(database, query, *make_weight(scheme, query));
      const auto terms = find_union(database, query);
      REQUIRE(terms);
      DocumentSet found(database.get_lastdocid());
      BestDocuments best(database.get_doccount());
      std::vector<double> sums(database.get_lastdocid() + 1);
      walk_union(database, *terms, {}, scheme, {found, best, nullptr, {}, sums});
      CHECK(std::ranges::count(sums, 0) == static_cast<std::ptrdiff_t>(sums.size()));
      CHECK(found.size() == expected.size());
      for (const ScoredDocument& scored : best.take()) {
        REQUIRE(scored.score == doctest::Approx(expected.at(scored.document)).epsilon(1e-10));
      }
    }
  }
}

TEST_CASE("the language model ranks as its formula does") {
  const RandomDocuments documents;
  const Xapian::Database database = documents.open();
  constexpr double mu = 50;
  const std::map<std::string, Xapian::termcount> words{{"b", 1}, {"j", 2}};
  const auto scores = match(database, any_of(words),
                            *make_weight(parse_ranking("lm-dirichlet:mu=50"), any_of(words)));
  const auto total = static_cast<double>(database.get_total_length());
  const auto likelihood = [&](Xapian::docid document) {
    double sum = 0;
    for (const auto& [word, times] : words) {
      double wdf = 0;
      for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
           ++term) {
        wdf = *term == word ? term.get_wdf() : wdf;
      }
      const double background = static_cast<double>(database.get_collection_freq(word)) / total;
      sum += times * std::log((wdf + mu * background) /
                              (static_cast<double>(database.get_doclength(document)) + mu));
    }
    return sum;
  };
  REQUIRE(scores.size() > 100);
  const auto& [first, score_of_first] = *scores.begin();
  for (const auto& [document, score] : scores) {
    // The two differ by what is the same for all documents.
    REQUIRE(score - score_of_first ==
            doctest::Approx(likelihood(document) - likelihood(first)).epsilon(1e-9));
  }
}

TEST_CASE("what only narrows changes no score, whatever the scheme") {
  const RandomDocuments documents;
  const Xapian::Database database = documents.open();
  using Op = Xapian::Query::op;
  const Xapian::Query words = any_of({{"b", 1}, {"j", 2}});
  const std::vector<Xapian::Query> narrowed{
      {Op::OP_FILTER, words, Xapian::Query("a")},
      {Op::OP_AND_NOT, words, Xapian::Query("f")},
      {Op::OP_AND, words, Xapian::Query("a", 0)},
      {Op::OP_AND, words, {Op::OP_OR, Xapian::Query("c", 0), Xapian::Query("d", 0)}}};
  for (const std::string& name : ranking_names()) {
    CAPTURE(name);
    const RankingScheme scheme = parse_ranking(name);
    const auto expected = match(database, words, *make_weight(scheme, words));
    for (const Xapian::Query& query : narrowed) {
      CAPTURE(query.get_description());
      const auto scores = match(database, query, *make_weight(scheme, query));
      REQUIRE(scores.size() > 20);
      for (const auto& [document, score] : scores) {
        REQUIRE(score == doctest::Approx(expected.at(document)));
      }
    }
  }
}

}  // namespace
}  // namespace dateline

// Options as they are typed; the terms against the formula; the walk against Xapian's matcher.
#include "searcher/match/feedback.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/ranking.h"
#include "searcher/match/term_union.h"
#include "searcher/match/weights.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

TEST_CASE("feedback is none, a model, or a model and its parameters") {
  CHECK_FALSE(parse_feedback("none"));
  CHECK(parse_feedback("bo1") == FeedbackOptions{});
  CHECK(parse_feedback("bo1:terms=7,weight=0.25") ==
        FeedbackOptions{.articles = FeedbackOptions{}.articles, .terms = 7, .weight = 0.25});
  CHECK(to_string(*parse_feedback("bo1:weight=.5,articles=3,terms=9")) ==
        "bo1:articles=3,terms=9,weight=0.5");
  for (const double weight : {0.0, 0.1, 0.12345678, 1.0 / 3, 1e-300, 9.999999999999998}) {
    CAPTURE(weight);
    const FeedbackOptions options{.weight = weight};
    CHECK(parse_feedback(to_string(options)) == options);
  }
  for (const char* const text :
       {"", "bo2", "bo1:", "bo1:terms", "bo1:terms=", "bo1:terms=0", "bo1:terms=201",
        "bo1:terms=3x", "bo1:terms=-1", "bo1:articles=101", "bo1:weight=-1", "bo1:weight=nan",
        "bo1:weight=11", "bo1:k=1", "bo1:terms=3,", "none:terms=3"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(parse_feedback(text), Error);
  }
}

/// The stems of stop words: of one that is its own, and of others that are not.
const std::vector<std::string> stop_stems{"Zthe",  "Zveri",  "Zonli",   "Zbecaus", "Zbefor",
                                          "Zdure", "Zdoe",   "Zonc",    "Zabov",   "Zwhi",
                                          "Zani",  "Zhowev", "Zourselv"};

/// The state of an archive that holds stems from Zqa to Zqz, stop words and a word to the letter.
/// Every third document is of other words than the rest.
class RandomState {
 public:
  RandomState() {
    const std::string path = (folder_.path() / "xapian").string();
    std::mt19937 random(5);
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (unsigned i = 0; i < 200; ++i) {
      Xapian::Document document;
      for (const std::string& stem : stop_stems) {
        document.add_term(stem, i % 3 == 0 ? 30 : 1);
      }
      document.add_term("letter", 5);
      for (auto word = 1 + random() % 30; word > 0; --word) {
        const auto first = static_cast<unsigned>(i % 3 == 0 ? 'a' : 'm');
        document.add_term(std::string("Zq") + static_cast<char>(first + random() % 14));
      }
      database.add_document(document);
    }
    database.commit();
    state.archives.resize(1);
    state.database = Xapian::Database(path);
  }

  ArchiveReader::State state;

 private:
  test::TempFolder folder_;
};

std::vector<FeedbackTerm> expected_terms(const Xapian::Database& database,
                                         const Xapian::Query& query,
                                         const FeedbackOptions& options) {
  std::map<std::string, std::pair<double, int>> stems;
  for (const RankedDocument& best : rank_best(database, query, {}, options.articles)) {
    const Xapian::Document document = database.get_document(best.document);
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if ((*term).starts_with("Zq")) {
        stems[*term].first += term.get_wdf();
        ++stems[*term].second;
      }
    }
  }
  std::vector<FeedbackTerm> terms;
  for (const auto& [stem, counts] : stems) {
    if (counts.second > 1) {
      const double chance =
          static_cast<double>(database.get_collection_freq(stem)) / database.get_doccount();
      terms.push_back(
          {stem, counts.first * std::log2((1 + chance) / chance) + std::log2(1 + chance)});
    }
  }
  std::ranges::stable_sort(terms, std::greater<>(), &FeedbackTerm::weight);
  terms.resize(std::min(terms.size(), options.terms));
  return terms;
}

TEST_CASE("the terms added are those that Bo1 finds most telling, but for stop words") {
  const RandomState random;
  const FeedbackOptions options{.articles = 6, .terms = 8, .weight = 0.3};
  for (const std::string& stem : std::vector<std::string>{"Zqa", "Zqm", "Zqz"}) {
    CAPTURE(stem);
    for (const Xapian::termcount times : {1U, 3U}) {
      const Xapian::Query query(stem, times);
      const auto expected = expected_terms(random.state.database, query, options);
      const auto terms = feedback_terms(random.state, query, {}, options);
      REQUIRE(terms.size() == 8);
      REQUIRE(expected.size() == 8);
      for (std::size_t i = 0; i < terms.size(); ++i) {
        CHECK(terms[i].term == expected[i].term);
        CHECK(terms[i].weight ==
              doctest::Approx(0.3 * times * expected[i].weight / expected[0].weight));
      }
    }
  }
}

TEST_CASE("nothing is added to what weighs nothing or is not found") {
  const RandomState random;
  using Query = Xapian::Query;
  for (const Query& query : {Query("Zqa", 0), Query("Znowhere"), Query(std::string()), Query(),
                             Query(Query::OP_FILTER, Query(std::string()), Query("Zqa")),
                             Query(Query::OP_AND_NOT, Query(std::string()), Query("Zqa"))}) {
    CAPTURE(query.get_description());
    CHECK(feedback_terms(random.state, query, {}, {}).empty());
  }
  CHECK(feedback_terms(random.state, Query("Zqa"), {}, {.weight = 0}).empty());
}

TEST_CASE("the best article alone is fed back when there is no other") {
  const RandomState random;
  const auto terms =
      feedback_terms(random.state, Xapian::Query("Zqa"), {}, {.articles = 1, .terms = 3});
  CHECK(terms.size() == 3);
}

TEST_CASE("a walk with feedback finds the same and scores as Xapian does") {
  const RandomState random;
  const Xapian::Database& database = random.state.database;
  const Xapian::Query query(Xapian::Query::OP_OR, Xapian::Query("Zqa"), Xapian::Query("Zqb", 2));
  const std::vector<FeedbackTerm> feedback{{"Zqc", 0.4}, {"Zqa", 0.2}, {"Zqz", 0.1}, {"Znone", 3}};
  for (const char* const name : {"ineb2", "bm25"}) {
    CAPTURE(name);
    const RankingScheme scheme = parse_ranking(name);
    Xapian::Enquire enquire(database);
    enquire.set_query({Xapian::Query::OP_FILTER, with_feedback(query, feedback), query});
    enquire.set_weighting_scheme(*make_weight(scheme, query));
    std::map<Xapian::docid, double> expected;
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) {
      expected[*it] = it.get_weight();
    }
    DocumentSet documents(database.get_lastdocid());
    BestDocuments best(database.get_doccount());
    std::vector<double> sums(database.get_lastdocid() + 1);
    walk_union(database, *find_union(database, query), find_added(database, feedback), scheme,
               {documents, best, nullptr, {}, sums});
    CHECK(std::ranges::count(sums, 0) == static_cast<std::ptrdiff_t>(sums.size()));
    REQUIRE(documents.size() == expected.size());
    CHECK(expected.size() < database.get_doccount());
    for (const ScoredDocument& scored : best.take()) {
      CHECK(scored.score == doctest::Approx(expected.at(scored.document)).epsilon(1e-10));
    }
  }
}

}  // namespace
}  // namespace dateline

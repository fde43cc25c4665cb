// Sets against Xapian's own matching, over random trees and small archives with gaps.
#include "searcher/match/boolean_match.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "searcher/match/archive_state.h"
#include "tests/support/temp_folder.h"

namespace dateline {
namespace {

using Op = Xapian::Query::op;

constexpr int letters = 6;

class RandomArchives {
 public:
  RandomArchives(std::mt19937& random, std::size_t archives) : random_(random) {
    for (std::size_t i = 0; i < archives; ++i) {
      const std::string path = (folder_.path() / std::to_string(i)).string();
      write(path);
      OpenArchive& archive = state_.archives.emplace_back();
      archive.database = Xapian::Database(path);
      state_.database.add_database(archive.database);
    }
  }

  const ArchiveReader::State& state() const { return state_; }

  /// A tree of words, of phrases, and of all there is in between.
  Xapian::Query query(int depth) {
    if (depth == 0 || below(4) == 0) {
      return below(12) == 0   ? Xapian::Query(std::string())
             : below(12) == 0 ? Xapian::Query()
                              : Xapian::Query(word());
    }
    if (below(6) == 0) {
      const std::vector<std::string> words{word(), word()};
      return {Op::OP_PHRASE, words.begin(), words.end()};
    }
    static const std::vector<Op> ops{Op::OP_AND,    Op::OP_OR,      Op::OP_AND_NOT,
                                     Op::OP_FILTER, Op::OP_SYNONYM, Op::OP_AND_NOT};
    const Op op = ops[static_cast<std::size_t>(below(static_cast<int>(ops.size())))];
    std::vector<Xapian::Query> parts;
    for (int i = 0; i < 2 + below(3); ++i) {
      parts.push_back(query(depth - 1));
    }
    return {op, parts.begin(), parts.end()};
  }

 private:
  int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }
  std::string word() { return std::string(1, static_cast<char>('a' + below(letters))); }

  void write(const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (int i = 0; i < 90; ++i) {
      Xapian::Document document;
      for (Xapian::termpos position = 1; position <= 4; ++position) {
        document.add_posting(word(), position);
      }
      database.add_document(document);
    }
    for (int i = 0; i < 10; ++i) {
      const auto gone = static_cast<Xapian::docid>(1 + below(90));
      if (database.postlist_begin({}) != database.postlist_end({})) {
        try {
          database.delete_document(gone);
        } catch (const Xapian::DocNotFoundError&) {
          continue;  // it was drawn before
        }
      }
    }
    database.commit();
  }

  std::mt19937& random_;
  test::TempFolder folder_;
  ArchiveReader::State state_;
};

/// What Xapian finds, with weights.
std::map<Xapian::docid, double> match(const ArchiveReader::State& state,
                                      const Xapian::Query& query) {
  Xapian::Enquire enquire(state.database);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, state.database.get_doccount());
  std::map<Xapian::docid, double> weights;
  for (auto it = found.begin(); it != found.end(); ++it) {
    weights[*it] = it.get_weight();
  }
  return weights;
}

TEST_CASE("a tree matches the same as a set, and with sets in it weighs the same") {
  std::mt19937 random(5);
  for (const std::size_t archives : {1U, 2U}) {
    RandomArchives small(random, archives);
    const ArchiveReader::State& state = small.state();
    for (int i = 0; i < 400; ++i) {
      const Xapian::Query query = small.query(4);
      const std::map<Xapian::docid, double> expected = match(state, query);
      CAPTURE(query.get_description());
      std::vector<Xapian::docid> documents;
      matching_documents(state, query).for_each([&](Xapian::docid d) { documents.push_back(d); });
      REQUIRE(documents.size() == expected.size());
      for (const Xapian::docid document : documents) {
        REQUIRE(expected.contains(document));
      }
      const std::map<Xapian::docid, double> with = match(state, with_sets(state, query));
      REQUIRE(with.size() == expected.size());
      for (const auto& [document, weight] : expected) {
        REQUIRE(with.at(document) == doctest::Approx(weight));
      }
    }
  }
}

TEST_CASE("a set narrows a query like its documents would") {
  std::mt19937 random(6);
  RandomArchives small(random, 2);
  const ArchiveReader::State& state = small.state();
  const DocumentSet documents = matching_documents(state, Xapian::Query("a"));
  const Xapian::Query all{std::string()};
  const auto found = match(state, {Op::OP_FILTER, all, match_set(state, documents)});
  CHECK(found.size() == documents.size());
  CHECK(found == match(state, {Op::OP_FILTER, all, Xapian::Query("a")}));
  CHECK(match(state, match_set(state, DocumentSet(state.database.get_lastdocid()))).empty());
}

}  // namespace
}  // namespace dateline

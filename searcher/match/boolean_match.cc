// Sets from postings by the tree of the query, and sets as postings.
#include "searcher/match/boolean_match.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/collecting_spy.h"
#include "searcher/query/compiler_archives.h"
#include "searcher/query/compiler_parts.h"

namespace dateline {

namespace {

using Documents = std::vector<Xapian::docid>;

/// The documents of each archive, by its identity and as it numbers them.
struct DocumentsByArchive {
  std::vector<std::string> identities;
  std::vector<Documents> documents;
};

/// Has the documents of a set. Shared by its clones, which Xapian makes for each run.
class SetSource : public Xapian::PostingSource {
 public:
  SetSource(std::shared_ptr<const DocumentsByArchive> all, SetPlace place)
      : all_(std::move(all)), place_(place) {}

  PostingSource* clone() const override { return new SetSource(all_, place_); }

  /// Called for each archive, with its own database.
  void init(const Xapian::Database& archive) override {
    const auto found = std::ranges::find(all_->identities, identity_of(archive));
    documents_ = found == all_->identities.end()
                     ? nullptr
                     : &all_->documents[static_cast<std::size_t>(found - all_->identities.begin())];
    at_ = 0;
    has_begun_ = false;
    document_count_ = archive.get_doccount();
    set_maxweight(0);
  }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  /// By this number the parts of an AND are ordered.
  Xapian::doccount get_termfreq_est() const override {
    return place_ == SetPlace::Last ? document_count_ : size();
  }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }

  void next(double /*min_weight*/) override {
    at_ += has_begun_ ? 1 : 0;
    has_begun_ = true;
  }

  void skip_to(Xapian::docid document, double /*min_weight*/) override {
    has_begun_ = true;
    if (!at_end()) {
      const auto from = documents_->begin() + static_cast<std::ptrdiff_t>(at_);
      at_ = static_cast<std::size_t>(std::lower_bound(from, documents_->end(), document) -
                                     documents_->begin());
    }
  }

  bool at_end() const override { return at_ >= size(); }
  Xapian::docid get_docid() const override { return (*documents_)[at_]; }

 private:
  Xapian::doccount size() const {
    return documents_ == nullptr ? 0 : static_cast<Xapian::doccount>(documents_->size());
  }

  std::shared_ptr<const DocumentsByArchive> all_;
  SetPlace place_;
  Xapian::doccount document_count_ = 0;
  const Documents* documents_ = nullptr;
  std::size_t at_ = 0;
  bool has_begun_ = false;
};

void add_by_matching(const ArchiveReader::State& state, const Xapian::Query& query,
                     DocumentSet& documents) {
  // A document knows only the number it has in its own archive.
  for (std::size_t i = 0; i < state.archives.size(); ++i) {
    const Xapian::Database& database = state.archives[i].database;
    CollectingSpy spy(state, i, documents);
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    // Only a match that has to look at all documents shows all of them to the spy.
    enquire.get_mset(0, 0, database.get_doccount());
  }
}

/// Whether postings of terms tell all about it.
bool is_of_terms(const Xapian::Query& query) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_TERM:
    case Xapian::Query::LEAF_MATCH_ALL:
    case Xapian::Query::LEAF_MATCH_NOTHING: return true;
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_AND_NOT:
    case Xapian::Query::OP_FILTER:
    case Xapian::Query::OP_SYNONYM:
    case Xapian::Query::OP_SCALE_WEIGHT:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (!is_of_terms(query.get_subquery(i))) {
          return false;
        }
      }
      return true;
    default: return false;
  }
}

DocumentSet intersect_parts(const ArchiveReader::State& state, const Xapian::Query& query) {
  DocumentSet documents = all_documents(state);
  Queries rest;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Xapian::Query part = query.get_subquery(i);
    if (is_of_terms(part)) {
      documents.intersect(matching_documents(state, part));
    } else {
      rest.push_back(part);
    }
  }
  if (rest.empty() || documents.size() == 0) {
    return documents;
  }
  rest.push_back(match_set(state, documents));
  DocumentSet passing(state.database.get_lastdocid());
  add_by_matching(state, join(Xapian::Query::OP_AND, rest), passing);
  return passing;
}

/// What the first part matches and none of the others.
DocumentSet subtract_parts(const ArchiveReader::State& state, const Xapian::Query& query) {
  DocumentSet documents = matching_documents(state, query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    const Xapian::Query part = query.get_subquery(i);
    documents.subtract(matching_documents(
        state, is_of_terms(part)
                   ? part
                   : Xapian::Query(Xapian::Query::OP_AND, match_set(state, documents), part)));
  }
  return documents;
}

void add_matching(const ArchiveReader::State& state, const Xapian::Query& query,
                  DocumentSet& documents) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_MATCH_NOTHING: return;
    case Xapian::Query::LEAF_MATCH_ALL: return documents.unite(all_documents(state));
    case Xapian::Query::LEAF_TERM: {
      const std::string term = *query.get_terms_begin();
      const auto end = state.database.postlist_end(term);
      for (auto posting = state.database.postlist_begin(term); posting != end; ++posting) {
        documents.add(*posting);
      }
      return;
    }
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_SYNONYM:
    case Xapian::Query::OP_SCALE_WEIGHT:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        add_matching(state, query.get_subquery(i), documents);
      }
      return;
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_FILTER: return documents.unite(intersect_parts(state, query));
    case Xapian::Query::OP_AND_NOT: return documents.unite(subtract_parts(state, query));
    default: add_by_matching(state, query, documents);
  }
}

std::size_t count_terms(const Xapian::Query& query) {
  std::size_t terms = query.get_type() == Xapian::Query::LEAF_TERM ? 1 : 0;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    terms += count_terms(query.get_subquery(i));
  }
  return terms;
}

/// Of what only narrows: a set where Xapian would have to walk over many postings side by side.
Xapian::Query narrowing_part(const ArchiveReader::State& state, const Xapian::Query& part,
                             SetPlace place) {
  constexpr std::size_t few_terms = 4;
  if (count_terms(part) > few_terms && is_of_terms(part)) {
    return match_set(state, matching_documents(state, part), place);
  }
  return with_sets(state, part, place);
}

}  // namespace

DocumentSet matching_documents(const ArchiveReader::State& state, const Xapian::Query& query) {
  DocumentSet documents(state.database.get_lastdocid());
  add_matching(state, query, documents);
  return documents;
}

Xapian::Query match_set(const ArchiveReader::State& state, const DocumentSet& documents,
                        SetPlace place) {
  const auto all = std::make_shared<DocumentsByArchive>();
  all->documents.resize(state.archives.size());
  for (const OpenArchive& archive : state.archives) {
    all->identities.push_back(identity_of(archive.database));
  }
  documents.for_each([&](Xapian::docid document) {
    all->documents[state.archive_of(document)].push_back(state.own_number(document));
  });
  SetSource source(all, place);  // Xapian keeps a clone
  return Xapian::Query(&source);
}

Xapian::Query with_sets(const ArchiveReader::State& state, const Xapian::Query& query,
                        SetPlace place) {
  const Xapian::Query::op op = query.get_type();
  const bool narrows = op == Xapian::Query::OP_FILTER || op == Xapian::Query::OP_AND_NOT;
  if (!narrows && op != Xapian::Query::OP_AND && op != Xapian::Query::OP_OR) {
    return query;
  }
  Queries parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Xapian::Query part = query.get_subquery(i);
    parts.push_back(narrows && i > 0 ? narrowing_part(state, part, place)
                                     : with_sets(state, part, place));
  }
  return {op, parts.begin(), parts.end()};
}

}  // namespace dateline

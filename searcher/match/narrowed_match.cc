// Sets out of postings where a query is an OR of terms, and out of Xapian's matcher where it is
// not.
#include "searcher/match/narrowed_match.h"

#include "searcher/match/archive_state.h"

namespace dateline {

namespace {

/// Collects the documents of one archive.
class CollectingSpy : public Xapian::MatchSpy {
 public:
  CollectingSpy(const ArchiveReader::State& state, std::size_t archive, DocumentSet& documents)
      : state_(state), archive_(archive), documents_(documents) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    documents_.add(state_.document_of(archive_, document.get_docid()));
  }

 private:
  const ArchiveReader::State& state_;
  std::size_t archive_;
  DocumentSet& documents_;
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

void add_matching(const ArchiveReader::State& state, const Xapian::Query& query,
                  DocumentSet& documents) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_MATCH_NOTHING: return;
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
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        add_matching(state, query.get_subquery(i), documents);
      }
      return;
    default: add_by_matching(state, query, documents);
  }
}

void cut(std::optional<DocumentSet>& documents, const DocumentSet& other) {
  if (documents) {
    documents->intersect(other);
  } else {
    documents = other;
  }
}

}  // namespace

Xapian::Query narrow(const Xapian::Query& query, const Narrowing& narrowing) {
  Xapian::Query narrowed = query;
  for (const std::optional<Xapian::Query>& selection : narrowing.selections) {
    if (selection) {
      narrowed = Xapian::Query(Xapian::Query::OP_FILTER, narrowed, *selection);
    }
  }
  for (const Xapian::Query& other : narrowing.others) {
    narrowed = Xapian::Query(Xapian::Query::OP_FILTER, narrowed, other);
  }
  return narrowed;
}

DocumentSet matching_documents(const ArchiveReader::State& state, const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::LEAF_MATCH_ALL) {
    return all_documents(state);
  }
  DocumentSet documents(state.database.get_lastdocid());
  add_matching(state, query, documents);
  return documents;
}

const DocumentSet& NarrowedMatch::text() {
  if (!text_) {
    text_ = matching_documents(state_, text_query_);
  }
  return *text_;
}

const DocumentSet& NarrowedMatch::whole() {
  if (!whole_) {
    whole_ = text();
    if (const DocumentSet* const passing = filter()) {
      whole_->intersect(*passing);
    }
  }
  return *whole_;
}

DocumentSet NarrowedMatch::without(FacetKind facet) {
  DocumentSet documents = text();
  if (const std::optional<DocumentSet> passing = filter_without(facet)) {
    documents.intersect(*passing);
  }
  return documents;
}

const DocumentSet* NarrowedMatch::filter() {
  if (!filter_) {
    filter_ = filter_without(std::nullopt);
  }
  return filter_ ? &*filter_ : nullptr;
}

std::optional<DocumentSet> NarrowedMatch::filter_without(std::optional<FacetKind> facet) {
  std::optional<DocumentSet> passing;
  for (const FacetKind kind : all_facets) {
    const auto i = static_cast<std::size_t>(kind);
    if (!narrowing_.selections.at(i) || kind == facet) {
      continue;
    }
    std::optional<DocumentSet>& selection = selections_.at(i);
    if (!selection) {
      selection = matching_documents(state_, *narrowing_.selections.at(i));
    }
    cut(passing, *selection);
  }
  if (!others_ && !narrowing_.others.empty()) {
    for (const Xapian::Query& other : narrowing_.others) {
      cut(others_, matching_documents(state_, other));
    }
  }
  if (others_) {
    cut(passing, *others_);
  }
  return passing;
}

}  // namespace dateline

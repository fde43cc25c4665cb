// Each set is found once, and cut with the others.
#include "searcher/match/narrowed_match.h"

#include "searcher/match/boolean_match.h"

namespace dateline {

namespace {

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

const Xapian::Query& NarrowedMatch::ranked_text() {
  if (!ranked_text_) {
    ranked_text_ = with_sets(state_, text_query_, place_);
  }
  return *ranked_text_;
}

Xapian::Query NarrowedMatch::ranked_whole() {
  const DocumentSet* const passing = filter();
  return passing == nullptr ? ranked_text()
                            : Xapian::Query(Xapian::Query::OP_FILTER, ranked_text(),
                                            match_set(state_, *passing, place_));
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

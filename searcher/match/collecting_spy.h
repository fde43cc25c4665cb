// What Xapian's matcher comes by, gathered as a set.
#pragma once

#include <xapian.h>

#include <cstddef>

#include "searcher/match/archive_state.h"
#include "searcher/match/document_set.h"

namespace dateline {

/// Collects the documents of one archive of a state that a match is shown, by their numbers in the
/// state. A document itself knows only the number it has in its own archive.
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

}  // namespace dateline

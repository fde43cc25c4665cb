// The documents of a search as sets: those of its text, and those of everything that narrows it.
//
// With the sets at hand, the count of a facet without its own selection is a matter of cutting them
// with each other: nothing is matched again.
#pragma once

#include <xapian.h>

#include <array>
#include <optional>
#include <utility>

#include "searcher/match/archive_reader.h"
#include "searcher/match/boolean_match.h"
#include "searcher/match/document_set.h"
#include "searcher/match/narrowing.h"
#include "searcher/match/request.h"

namespace dateline {

/// The sets of one search, each found when it is first needed.
class NarrowedMatch {
 public:
  /// State and narrowing outlive it.
  NarrowedMatch(const ArchiveReader::State& state, Xapian::Query text, const Narrowing& narrowing,
                SetPlace place = SetPlace::BySize)
      : state_(state), text_query_(std::move(text)), narrowing_(narrowing), place_(place) {}

  const Xapian::Query& text_query() const { return text_query_; }

  /// The text with the weights of its words, and with the sets that narrow it.
  const Xapian::Query& ranked_text();
  Xapian::Query ranked_whole();

  /// What matches the text and passes everything that narrows it.
  const DocumentSet& whole();

  /// The same without the selection of one facet.
  DocumentSet without(FacetKind facet);

  /// What passes everything that narrows the text; nullptr when nothing does.
  const DocumentSet* filter();

  /// What ranking has found on its way.
  void set_text(DocumentSet documents) { text_ = std::move(documents); }
  void set_whole(DocumentSet documents) { whole_ = std::move(documents); }

 private:
  const DocumentSet& text();
  std::optional<DocumentSet> filter_without(std::optional<FacetKind> facet);

  const ArchiveReader::State& state_;
  Xapian::Query text_query_;
  const Narrowing& narrowing_;
  SetPlace place_;  // of sets in what is ranked
  std::optional<Xapian::Query> ranked_text_;
  std::optional<DocumentSet> text_;
  std::optional<DocumentSet> whole_;
  std::optional<DocumentSet> filter_;
  std::optional<DocumentSet> others_;
  std::array<std::optional<DocumentSet>, all_facets.size()> selections_;
};

}  // namespace dateline

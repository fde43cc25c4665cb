// Queries as sets of documents: which match, whatever they weigh.
//
// What is made of terms by AND, OR and NOT alone is joined and cut as sets, straight from the
// postings: a tree of hundreds of terms costs what its postings cost. The rest (phrases, values,
// articles that have to be looked at) Xapian matches, and only among the documents that have passed
// everything else.
#pragma once

#include <xapian.h>

#include "searcher/match/archive_reader.h"
#include "searcher/match/document_set.h"

namespace dateline {

/// All documents of the state that match a query.
DocumentSet matching_documents(const ArchiveReader::State& state, const Xapian::Query& query);

/// When Xapian looks at a set among the other parts of an AND.
enum class SetPlace {
  BySize,  ///< small ones first, as with everything else
  Last,    ///< for models that score by the length of a document also where it has none of the
           ///< words: Xapian asks the first part for it, and a set does not know it
};

/// The documents of a set, without weight. Of use with this state alone, which must outlive it.
Xapian::Query match_set(const ArchiveReader::State& state, const DocumentSet& documents,
                        SetPlace place = SetPlace::BySize);

/// A query with the same documents and weights, in which what only narrows and is made of many
/// terms has become a set. Of use with this state alone, which must outlive it.
Xapian::Query with_sets(const ArchiveReader::State& state, const Xapian::Query& query,
                        SetPlace place = SetPlace::BySize);

}  // namespace dateline

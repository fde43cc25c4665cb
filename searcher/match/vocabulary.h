// The words of an open archive, read from its index when a query first needs them.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/query/compiler_context.h"
#include "searcher/query/vocabulary.h"

namespace dateline {

/// All words of titles and texts, one look at every term of the database. The vocabulary keeps the
/// database open.
ArchiveVocabulary read_vocabulary(const Xapian::Database& database,
                                  std::vector<std::string> languages);

/// The words of the state that is open; read once. Of use until `consistently` runs again.
ArchiveVocabulary& vocabulary_of(ArchiveReader& archive);

/// The words of its bylines, of which the index has the stems alone: the first time, every article
/// with a byline is read.
ArchiveVocabulary& byline_words_of(ArchiveReader& archive);

/// What the compiler may know of the state that is open. Of use until `consistently` runs again.
QueryContext context_of(ArchiveReader& archive);

}  // namespace dateline

// What the compiler may know of an archive.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "common/archive/entity_map.h"
#include "common/field.h"
#include "searcher/query/vocabulary.h"

namespace dateline {

/// Refers to what an open archive holds; of use as long as that is on the same state.
struct QueryContext {
  const EntityMap& entities;
  std::span<const std::string> languages;  ///< codes of the languages its articles are stemmed in
  /// The words of its titles and texts, or of a field that has words of its own; called for
  /// queries that need them, and no others. Without it there are none.
  std::function<ArchiveVocabulary&(const Field* field)> vocabulary = {};
  /// How many articles match a query. Without it none has too many.
  std::function<std::size_t(const Xapian::Query& query)> count = {};
};

}  // namespace dateline

// Names, outlets and languages that narrow a search, as Xapian matches them.
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "common/field.h"
#include "searcher/query/compiler_context.h"
#include "searcher/query/parser.h"
#include "searcher/query/pattern.h"

namespace dateline {

/// What the values of a filter mean.
struct CompiledFilter {
  Xapian::Query query;               ///< the articles that carry one of them, without weight
  std::vector<EntityId> entities;    ///< of a field of names, each once
  std::vector<std::string> unknown;  ///< values that mean nothing in this archive, as typed
  std::vector<MatchPattern> names;   ///< all names of the entities, to the letter
};

/// The articles that carry one of these values of a field: for names, one of the names of the
/// entities that a value means (name_value.h); nothing when no value means anything. `warnings`
/// says which values no article has, and where a value was read as names that are not just it.
CompiledFilter compile_filter(const Field& field, std::span<const std::string> values,
                              const QueryContext& context, std::vector<QueryWarning>& warnings);

}  // namespace dateline

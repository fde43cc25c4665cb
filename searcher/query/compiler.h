// From a tree to what Xapian matches and what a reader should see highlighted. The only room that
// builds a Xapian::Query.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/query/compiler_context.h"
#include "searcher/query/compiler_dates.h"
#include "searcher/query/compiler_filters.h"
#include "searcher/query/parser.h"
#include "searcher/query/pattern.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What a node of the tree became; the parts of a group are those of its children, in order.
struct CompiledPart {
  QueryNode::Kind kind = QueryNode::Kind::Together;
  std::size_t offset = 0;  ///< byte in the query text where it begins
  bool is_filter = false;  ///< it and all below it are filters and dates
  bool is_empty =
      false;  ///< no word is in it, or one that stands beside it already: as if it were not there
  Xapian::Query query{};                 ///< of a leaf: its articles
  std::vector<MatchPattern> patterns{};  ///< of a leaf of words: what its words became
  std::vector<EntityId> entities{};      ///< of a filter: what its value means
  std::vector<CompiledPart> parts{};
};

struct CompiledQuery {
  Xapian::Query all;         ///< words side by side must all match
  Xapian::Query any;         ///< one of them is enough
  Xapian::Query all_words;   ///< `all` without the filters and dates that all articles must pass
  bool any_differs = false;  ///< whether `all` and `any` can have different matches
  std::vector<MatchPattern> patterns;  ///< of all words that may match, none of those excluded
  /// Of the filters that may match: all names of the entities they mean, to the letter.
  std::vector<MatchPattern> names;
  std::vector<QueryWarning> warnings;  ///< such as names that no article has
  CompiledPart whole;                  ///< parallel to the tree, to explain what each part became
};

/// Compiles a tree; one without children matches nothing. A compound ("al-Qaeda") is its words in
/// order or the word run together. Filters and dates never change a score. What is excluded is
/// the same in `all` and `any`, so whatever matches `all` matches `any`.
CompiledQuery compile_query(const QueryNode& tree, const QueryContext& context);

/// The articles that one part finds by itself, all its words side by side demanded.
Xapian::Query query_of(const CompiledPart& part);

}  // namespace dateline

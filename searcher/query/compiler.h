// From a tree to what Xapian matches and what a reader should see highlighted. The only room that
// builds a Xapian::Query.
#pragma once

#include <xapian.h>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/entity_map.h"
#include "common/date.h"
#include "searcher/query/parser.h"
#include "searcher/query/tree.h"

namespace dateline {

/// What the compiler may know of an archive.
struct QueryContext {
  const EntityMap& entities;
  std::span<const std::string> languages;  ///< codes of the languages its articles are stemmed in
};

/// Words that stand one after the other in a matching article, each as the stems it may have
/// there. A single word is a pattern of one.
struct MatchPattern {
  std::vector<std::vector<std::string>> words;
  const Field* field = nullptr;  ///< nullptr: title and text

  friend bool operator==(const MatchPattern&, const MatchPattern&) = default;
};

struct CompiledQuery {
  Xapian::Query all;         ///< words side by side must all match
  Xapian::Query any;         ///< one of them is enough
  Xapian::Query all_words;   ///< `all` without the filters and dates that all articles must pass
  bool any_differs = false;  ///< whether `all` and `any` can have different matches
  std::vector<MatchPattern> patterns;  ///< of all words that may match, none of those excluded
  std::vector<QueryWarning> warnings;  ///< such as names that no article has
};

/// Compiles a tree; one without children matches nothing. A compound ("al-Qaeda") is its words in
/// order or the word run together. Filters and dates never change a score. What is excluded is
/// the same in `all` and `any`, so whatever matches `all` matches `any`.
CompiledQuery compile_query(const QueryNode& tree, const QueryContext& context);

/// The articles that carry one of these values of a field: for names, one of the names of the
/// entities that a value means; nothing when no value means anything. `warnings` says which values
/// no article has, and where a value was read as names that contain it.
Xapian::Query compile_filter(const Field& field, std::span<const std::string> values,
                             const QueryContext& context, std::vector<QueryWarning>& warnings);

/// The articles published within one of these ranges.
Xapian::Query compile_dates(std::span<const DateRange> ranges);

/// The articles that name a day, month or year which lies whole within one of these ranges.
Xapian::Query compile_mentioned(std::span<const DateRange> ranges);

}  // namespace dateline

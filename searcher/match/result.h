// The answer to a search, as plain values: nothing in it knows Xapian, nothing in it is escaped.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/name.h"
#include "searcher/match/request.h"
#include "searcher/query/parser.h"

namespace dateline {

/// A piece of text, and whether it is what the query looked for.
struct Fragment {
  std::string text;
  bool match = false;

  friend bool operator==(const Fragment&, const Fragment&) = default;
};

/// Pieces in order that together are the text.
using Fragments = std::vector<Fragment>;

struct Hit {
  std::size_t rank = 1;  ///< from 1, over the whole result
  double score = 0;
  Article article;                                   ///< its text left out
  Fragments title;                                   ///< the whole title
  std::vector<Fragments> snippets;                   ///< in order of the text
  std::array<std::vector<std::string>, 3> entities;  ///< by NameType, sorted; sources left out
};

/// An article to be shown whole.
struct ShownArticle {
  Article article;
  Fragments title;
  Fragments text;  ///< one fragment without a match where nothing was asked for
};

struct FacetValue {
  std::string value;
  std::size_t count = 0;
  bool selected = false;
  std::vector<std::string> variants;  ///< other names of the same entity in this archive

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct Facet {
  FacetKind kind = FacetKind::Person;
  std::vector<FacetValue> values;  ///< the most frequent first, then by bytes; dates by date
  std::size_t total_values = 0;    ///< also those left out
};

struct SearchResult {
  std::string query;                 ///< as typed
  std::string understood;            ///< the tree, in the query language
  MatchMode match = MatchMode::All;  ///< as it was done, after falling back
  bool fell_back = false;            ///< no article had all words
  std::size_t total = 0;             ///< articles that match, exactly
  std::vector<QueryWarning> warnings;
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< in the order asked for
  std::size_t offset = 0;     ///< as asked for
  double seconds = 0;
};

}  // namespace dateline

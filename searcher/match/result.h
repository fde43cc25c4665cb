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
  std::string archive;              ///< the name of its archive; empty where only one is searched
  bool shares_id = false;           ///< another of the archives has an article of the same id
  Article article;                  ///< its text left out
  Fragments title;                  ///< the whole title
  Fragments author;                 ///< the whole of it
  std::vector<Fragments> snippets;  ///< in order of the text
  std::array<std::vector<std::string>, 3> entities;  ///< by NameType, sorted; sources left out
  /// Of a similar article: others with the same body, without snippets and entities.
  std::vector<Hit> copies;
};

/// An article to be shown whole.
struct ShownArticle {
  std::string archive;  ///< as in a hit
  Article article;
  Fragments title;
  Fragments text;  ///< one fragment without a match where nothing was asked for
};

struct FacetValue {
  std::string value;
  std::size_t count = 0;
  bool selected = false;
  std::vector<std::string> variants{};  ///< other names of the same entity in this archive
  bool excluded = false;
  /// How typical the value is of the match, where values are sorted by that (`significance.h`).
  std::optional<double> significance{};

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct Facet {
  FacetKind kind = FacetKind::Person;
  std::vector<FacetValue> values;  ///< in the order asked for; dates by date
  std::size_t total_values = 0;    ///< also those left out, but for what the search in it left out
};

struct SearchResult {
  std::string query;                 ///< as typed
  std::string understood;            ///< the tree, in the query language
  MatchMode match = MatchMode::All;  ///< as it was done, after falling back
  bool fell_back = false;            ///< no article had all words
  std::size_t total = 0;             ///< articles that match, exactly
  std::vector<QueryWarning> warnings;
  /// The query in another spelling, that more articles match in the way asked for; empty: none.
  std::string suggestion;
  bool of_several = false;  ///< archives: then every hit says of which it is
  std::vector<Hit> hits;
  std::vector<Facet> facets;  ///< in the order asked for
  std::size_t offset = 0;     ///< as asked for
  double seconds = 0;
};

/// Articles like one article.
struct SimilarResult {
  Article article;                 ///< that others were compared with, its text left out
  std::string archive;             ///< as in a hit; empty also where the article is in no archive
  double own_score = 0;            ///< what the article itself scores: no article is more like it
  std::vector<std::string> terms;  ///< names and words it was compared by, the most telling first
  std::vector<Hit> copies;         ///< articles with the same body
  std::size_t total = 0;           ///< similar ones, copies of each other counted once
  bool of_several = false;         ///< as in a search
  std::vector<QueryWarning> warnings;
  std::vector<Hit> hits;   ///< the similar ones
  std::size_t offset = 0;  ///< as asked for
  double seconds = 0;
};

}  // namespace dateline

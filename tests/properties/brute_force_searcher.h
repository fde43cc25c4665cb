// A searcher without an index: looks at every article for every query. Slow and plain, so that it
// can be believed.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/stemmer.h"
#include "indexer/analyze/article_analyzer.h"
#include "searcher/query/tree.h"
#include "tests/properties/brute_force_entities.h"

namespace dateline::test {

class BruteForceSearcher {
 public:
  /// Takes the articles as they were analyzed.
  explicit BruteForceSearcher(std::vector<AnalyzedArticle> articles);

  /// The ids of the articles that match a tree; words side by side must all match.
  std::set<std::string> find(const QueryNode& tree) const;

  /// How many of these articles name each entity of a type: the counts by shown name.
  std::map<std::string, std::size_t> count_entities(const std::set<std::string>& ids,
                                                    NameType type) const;

  /// How many of these articles name a date that lies whole within a range.
  std::size_t count_mentioned(const std::set<std::string>& ids, const DateRange& range) const;

  const BruteForceEntities& entities() const { return entities_; }

 private:
  /// A word of an article, and where it stands.
  struct Occurrence {
    std::string word;
    std::string stem;
    std::size_t position = 0;
  };
  using Occurrences = std::vector<Occurrence>;

  struct IndexedArticle {
    AnalyzedArticle analyzed;
    Occurrences whole;  // title and text
    Occurrences title;
    Occurrences author;
  };

  bool matches(const IndexedArticle& article, const QueryNode& node) const;
  bool has_words(const IndexedArticle& article, const QueryNode& node) const;

  /// The shown names of the entities of this type that an article names.
  std::set<std::string> entities_of(const AnalyzedArticle& analyzed, NameType type) const;

  BruteForceEntities entities_;
  std::vector<IndexedArticle> articles_;
  std::set<std::string> languages_;
};

}  // namespace dateline::test

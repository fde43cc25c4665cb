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
  struct IndexedArticle {
    AnalyzedArticle analyzed;
    std::map<std::string, std::set<std::size_t>> positions;        // of stems, title and text
    std::map<std::string, std::set<std::size_t>> title_positions;  // of stems
  };

  bool matches(const IndexedArticle& article, const QueryNode& node) const;

  /// The shown names of the entities of this type that an article names.
  std::set<std::string> entities_of(const AnalyzedArticle& analyzed, NameType type) const;

  BruteForceEntities entities_;
  std::vector<IndexedArticle> articles_;
  std::set<std::string> languages_;
};

}  // namespace dateline::test

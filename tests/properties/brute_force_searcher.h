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

namespace dateline::test {

class BruteForceSearcher {
 public:
  /// Takes the articles as they were analyzed.
  explicit BruteForceSearcher(std::vector<AnalyzedArticle> articles);

  /// The ids of the articles that match a tree; words side by side must all match.
  std::set<std::string> find(const QueryNode& tree) const;

  /// How many of these articles carry each name of a type, spellings that fold alike together:
  /// the counts by folded name.
  std::map<std::string, std::size_t> count_names(const std::set<std::string>& ids,
                                                 NameType type) const;

 private:
  struct IndexedArticle {
    AnalyzedArticle analyzed;
    std::map<std::string, std::set<std::size_t>> positions;        // of stems, title and text
    std::map<std::string, std::set<std::size_t>> title_positions;  // of stems
  };

  bool matches(const IndexedArticle& article, const QueryNode& node) const;

  std::vector<IndexedArticle> articles_;
  std::set<std::string> languages_;
};

}  // namespace dateline::test

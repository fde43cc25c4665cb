// The entities of some articles, told from the articles alone: all names and definitions counted by
// looking at every article, and joined by the resolver, which has tests of its own.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "common/name.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline::test {

/// Entities without corrections, each known by its type and the name it is shown by.
class BruteForceEntities {
 public:
  explicit BruteForceEntities(std::span<const AnalyzedArticle> articles);

  /// The name that the entity of this name of an article is shown by.
  const std::string& shown(const Name& name) const;

  /// The other names of the entity shown by this name.
  std::set<std::string> variants(const Name& shown) const;

  /// The entities of this type that a filter means, by their shown names: those with a name of just
  /// these letters, else with one that folds alike, else with one that has all its words.
  std::set<std::string> find(NameType type, std::string_view value) const;

 private:
  std::map<Name, std::string> shown_;  // by name
};

}  // namespace dateline::test

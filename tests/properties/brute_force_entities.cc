// Counts with maps and sets, and compares every name with what is looked for.
#include "tests/properties/brute_force_entities.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "indexer/resolve/resolver.h"

namespace dateline::test {

namespace {

using AcronymAndLongForm = std::pair<std::string, std::string>;

/// In how many articles names and definitions stand.
struct ArticleCounts {
  std::map<Name, std::uint32_t> names;
  std::map<AcronymAndLongForm, std::uint32_t> definitions;
};

ArticleCounts count_articles(std::span<const AnalyzedArticle> articles) {
  ArticleCounts counts;
  for (const AnalyzedArticle& article : articles) {
    for (const Name& name : std::set<Name>(article.names.begin(), article.names.end())) {
      ++counts.names[name];
    }
    std::set<AcronymAndLongForm> definitions;
    for (const NameDefinition& definition : article.definitions) {
      definitions.emplace(definition.acronym, definition.long_form);
    }
    for (const AcronymAndLongForm& definition : definitions) {
      ++counts.definitions[definition];
    }
  }
  return counts;
}

std::set<std::string> folded_words(std::string_view name) {
  std::istringstream words(fold_name(name));
  std::set<std::string> each;
  for (std::string word; words >> word;) {
    each.insert(word);
  }
  return each;
}

}  // namespace

BruteForceEntities::BruteForceEntities(std::span<const AnalyzedArticle> articles) {
  const ArticleCounts counts = count_articles(articles);
  std::vector<CountedName> names;
  for (const auto& [name, count] : counts.names) {
    names.push_back({name.type, name.text, count});
    shown_[name] = name.text;
  }
  std::vector<CountedDefinition> definitions;
  for (const auto& [definition, count] : counts.definitions) {
    definitions.push_back({definition.first, definition.second, count});
  }
  for (const std::vector<std::uint32_t>& group : resolve_names(names, definitions)) {
    for (const std::uint32_t i : group) {
      shown_.at({names[i].type, std::string(names[i].text)}) = names[group.front()].text;
    }
  }
}

const std::string& BruteForceEntities::shown(const Name& name) const {
  return shown_.at(name);
}

std::set<std::string> BruteForceEntities::variants(const Name& shown) const {
  std::set<std::string> found;
  for (const auto& [name, shown_by] : shown_) {
    if (name.type == shown.type && shown_by == shown.text && name.text != shown.text) {
      found.insert(name.text);
    }
  }
  return found;
}

std::set<std::string> BruteForceEntities::find(NameType type, std::string_view value) const {
  const auto find_where = [&](auto is_meant) {
    std::set<std::string> found;
    for (const auto& [name, shown] : shown_) {
      if (name.type == type && is_meant(name.text)) {
        found.insert(shown);
      }
    }
    return found;
  };
  std::set<std::string> found = find_where([&](std::string_view name) { return name == value; });
  const std::string folded = fold_name(value);
  if (found.empty() && !folded.empty()) {
    found = find_where([&](std::string_view name) { return fold_name(name) == folded; });
  }
  if (const std::set<std::string> words = folded_words(value); found.empty() && !words.empty()) {
    found = find_where(
        [&](std::string_view name) { return std::ranges::includes(folded_words(name), words); });
  }
  return found;
}

}  // namespace dateline::test

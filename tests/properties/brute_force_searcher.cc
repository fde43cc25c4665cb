// Evaluates trees over sets of positions.
#include "tests/properties/brute_force_searcher.h"

#include <algorithm>
#include <utility>

#include "common/text/tokenizer.h"

namespace dateline::test {

namespace {

using Positions = std::map<std::string, std::set<std::size_t>>;

void add_words(std::string_view text, std::size_t first_position, Stemmer& stemmer,
               Positions& positions) {
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    positions[std::string(stemmer.stem(token.word))].insert(first_position + token.position);
  }
}

using Stems = std::set<std::string>;

/// The words of a query, each with the stems it has in the languages of the archive, and the
/// compound they make.
struct QueryWords {
  std::vector<Stems> words;
  Stems compound;
};

QueryWords words_of(std::string_view text, const std::set<std::string>& languages) {
  QueryWords query;
  StemmerSet stemmers;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    Stems& stems = token.is_compound ? query.compound : query.words.emplace_back();
    for (const std::string& language : languages) {
      stems.emplace(stemmers.of(language).stem(token.word));
    }
  }
  return query;
}

bool has_at(const Positions& positions, const Stems& stems, std::size_t position) {
  return std::ranges::any_of(stems, [&](const std::string& stem) {
    const auto found = positions.find(stem);
    return found != positions.end() && found->second.contains(position);
  });
}

bool has_phrase(const Positions& positions, const std::vector<Stems>& words) {
  std::set<std::size_t> starts;
  for (const std::string& stem : words.empty() ? Stems() : words.front()) {
    if (const auto found = positions.find(stem); found != positions.end()) {
      starts.insert(found->second.begin(), found->second.end());
    }
  }
  return std::ranges::any_of(starts, [&](std::size_t start) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!has_at(positions, words[i], start + i)) {
        return false;
      }
    }
    return true;
  });
}

bool names_date_within(const AnalyzedArticle& analyzed, const DateRange& range) {
  return std::ranges::any_of(analyzed.mentioned, [&](const Period& period) {
    const DateRange days = days_of(period);
    return range.first <= days.first && days.last <= range.last;
  });
}

}  // namespace

BruteForceSearcher::BruteForceSearcher(std::vector<AnalyzedArticle> articles)
    : entities_(articles) {
  constexpr std::size_t far_behind_the_title = 1'000'000;
  StemmerSet stemmers;
  for (AnalyzedArticle& analyzed : articles) {
    IndexedArticle& indexed = articles_.emplace_back();
    const Article& article = analyzed.article;
    Stemmer& stemmer = stemmers.of(article.language);
    languages_.insert(article.language);
    if (!article.title_derived) {
      add_words(article.title, 0, stemmer, indexed.positions);
    }
    add_words(article.title, 0, stemmer, indexed.title_positions);
    add_words(article.text, far_behind_the_title, stemmer, indexed.positions);
    indexed.analyzed = std::move(analyzed);
  }
}

bool BruteForceSearcher::matches(const IndexedArticle& article, const QueryNode& node) const {
  const auto child_matches = [&](const QueryNode& child) { return matches(article, child); };
  const Article& stored = article.analyzed.article;
  switch (node.kind) {
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Phrase: {
      const Positions& positions =
          node.field == nullptr ? article.positions : article.title_positions;
      const QueryWords query = words_of(node.text, languages_);
      const bool as_one =
          node.kind == QueryNode::Kind::Word && has_phrase(positions, {query.compound});
      return as_one || has_phrase(positions, query.words);
    }
    case QueryNode::Kind::Filter: {
      const NameType type = node.field->name_type.value();
      const std::set<std::string> wanted = entities_.find(type, node.text);
      return std::ranges::any_of(entities_of(article.analyzed, type),
                                 [&](const std::string& shown) { return wanted.contains(shown); });
    }
    case QueryNode::Kind::Dates:
      if (node.field->name == "mentioned") {
        return names_date_within(article.analyzed, node.dates);
      }
      return stored.date && node.dates.first <= *stored.date && *stored.date <= node.dates.last;
    case QueryNode::Kind::Together:
    case QueryNode::Kind::And: return std::ranges::all_of(node.children, child_matches);
    case QueryNode::Kind::Or: return std::ranges::any_of(node.children, child_matches);
    case QueryNode::Kind::Not: return !child_matches(node.children.front());
    case QueryNode::Kind::Must: return child_matches(node.children.front());
  }
  return false;
}

std::set<std::string> BruteForceSearcher::find(const QueryNode& tree) const {
  std::set<std::string> ids;
  for (const IndexedArticle& article : articles_) {
    if (matches(article, tree)) {
      ids.insert(article.analyzed.article.id);
    }
  }
  return ids;
}

std::set<std::string> BruteForceSearcher::entities_of(const AnalyzedArticle& analyzed,
                                                      NameType type) const {
  std::set<std::string> shown;
  for (const Name& name : analyzed.names) {
    if (name.type == type) {
      shown.insert(entities_.shown(name));
    }
  }
  return shown;
}

std::map<std::string, std::size_t> BruteForceSearcher::count_entities(
    const std::set<std::string>& ids, NameType type) const {
  std::map<std::string, std::size_t> counts;
  for (const IndexedArticle& article : articles_) {
    if (ids.contains(article.analyzed.article.id)) {
      for (const std::string& shown : entities_of(article.analyzed, type)) {
        ++counts[shown];
      }
    }
  }
  return counts;
}

std::size_t BruteForceSearcher::count_mentioned(const std::set<std::string>& ids,
                                                const DateRange& range) const {
  return static_cast<std::size_t>(std::ranges::count_if(articles_, [&](const auto& article) {
    return ids.contains(article.analyzed.article.id) && names_date_within(article.analyzed, range);
  }));
}

}  // namespace dateline::test

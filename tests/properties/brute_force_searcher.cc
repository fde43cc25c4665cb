// Evaluates trees by looking at every word of every article, in every way that it could match.
#include "tests/properties/brute_force_searcher.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/text/tokenizer.h"
#include "searcher/query/asked_words.h"

namespace dateline::test {

namespace {

/// Where a spelling of something stands: from its first position to the one behind its last.
using Place = std::pair<std::size_t, std::size_t>;

/// Tries everything a star can stand for.
bool matches_wildcard(std::string_view pattern, std::string_view word) {
  if (pattern.empty()) {
    return word.empty();
  }
  if (pattern.front() == '*') {
    return matches_wildcard(pattern.substr(1), word) ||
           (!word.empty() && matches_wildcard(pattern, word.substr(1)));
  }
  return !word.empty() && (pattern.front() == '?' || pattern.front() == word.front()) &&
         matches_wildcard(pattern.substr(1), word.substr(1));
}

/// Tries every change of letters; the words of the tests are ASCII.
bool is_within(std::string_view a, std::string_view b, std::size_t changes) {
  if (a.empty() || b.empty()) {
    return a.size() + b.size() <= changes;
  }
  if (a.front() == b.front() && is_within(a.substr(1), b.substr(1), changes)) {
    return true;
  }
  if (changes == 0) {
    return false;
  }
  const bool swapped = a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0];
  return is_within(a.substr(1), b, changes - 1) || is_within(a, b.substr(1), changes - 1) ||
         is_within(a.substr(1), b.substr(1), changes - 1) ||
         (swapped && is_within(a.substr(2), b.substr(2), changes - 1));
}

/// Whether the places that are left can each be chosen apart from those chosen, all within a
/// window.
bool can_choose(const std::vector<std::set<Place>>& left, std::size_t window,
                std::vector<Place>& chosen) {
  if (chosen.size() == left.size()) {
    return true;
  }
  for (const Place& place : left[chosen.size()]) {
    std::size_t first = place.first;
    std::size_t last = place.second;
    bool is_apart = true;
    for (const Place& other : chosen) {
      is_apart = is_apart && (place.second <= other.first || other.second <= place.first);
      first = std::min(first, other.first);
      last = std::max(last, other.second);
    }
    if (is_apart && last - first <= window) {
      chosen.push_back(place);
      if (can_choose(left, window, chosen)) {
        return true;
      }
      chosen.pop_back();
    }
  }
  return false;
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
    const auto add = [&stemmer](std::string_view text, std::size_t first, Occurrences& words) {
      Tokenizer tokenizer(text);
      for (Token token; tokenizer.next(token);) {
        words.push_back({std::string(token.word), std::string(stemmer.stem(token.word)),
                         first + token.position});
      }
    };
    if (!article.title_derived) {
      add(article.title, 0, indexed.whole);
    }
    add(article.text, far_behind_the_title, indexed.whole);
    add(article.title, 0, indexed.title);
    add(article.author, 0, indexed.author);
    indexed.analyzed = std::move(analyzed);
  }
}

bool BruteForceSearcher::has_words(const IndexedArticle& article, const QueryNode& node) const {
  const AskedWords asked = read_leaf(node).asked;
  const Occurrences& words = asked.field == nullptr          ? article.whole
                             : asked.field->name == "author" ? article.author
                                                             : article.title;
  const auto is_meant = [](const QueryWord& word, const std::set<std::string>& stems,
                           const Occurrence& here) {
    switch (word.pattern.kind) {
      case WordPattern::Kind::Wildcard: return matches_wildcard(word.pattern.text, here.word);
      case WordPattern::Kind::Fuzzy:
        return is_within(word.pattern.text, here.word, word.pattern.distance);
      default: return word.any_form ? stems.contains(here.stem) : word.pattern.text == here.word;
    }
  };
  // Where each word of a spelling stands.
  const auto positions_of = [&](const QueryWord& word) {
    StemmerSet stemmers;
    std::set<std::string> stems;
    for (const std::string& language : languages_) {
      stems.emplace(stemmers.of(language).stem(word.pattern.text));
    }
    std::set<std::size_t> positions;
    for (const Occurrence& here : words) {
      if (is_meant(word, stems, here)) {
        positions.insert(here.position);
      }
    }
    return positions;
  };
  std::vector<std::set<Place>> things;
  for (const Spellings<QueryWord>& spellings : asked.things) {
    std::set<Place>& places = things.emplace_back();
    for (const std::vector<QueryWord>& spelling : spellings) {
      std::set<std::size_t> begins = positions_of(spelling.front());
      for (std::size_t i = 1; i < spelling.size(); ++i) {
        const std::set<std::size_t> positions = positions_of(spelling[i]);
        std::erase_if(begins, [&](std::size_t begin) { return !positions.contains(begin + i); });
      }
      for (const std::size_t begin : begins) {
        places.emplace(begin, begin + spelling.size());
      }
    }
  }
  std::vector<Place> chosen;
  const bool is_one = asked.window == 0;
  return can_choose(things, is_one ? std::numeric_limits<std::size_t>::max() : asked.window,
                    chosen);
}

bool BruteForceSearcher::matches(const IndexedArticle& article, const QueryNode& node) const {
  const auto child_matches = [&](const QueryNode& child) { return matches(article, child); };
  const Article& stored = article.analyzed.article;
  switch (node.kind) {
    case QueryNode::Kind::Word:
    case QueryNode::Kind::Wildcard:
    case QueryNode::Kind::Fuzzy:
    case QueryNode::Kind::Phrase:
    case QueryNode::Kind::Near: return has_words(article, node);
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

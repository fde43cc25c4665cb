// Words are weighed as ranking weighs them.
#include "searcher/match/telling_terms.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/field.h"
#include "common/text/analyzer.h"
#include "common/text/term_list.h"
#include "searcher/match/archive_state.h"

namespace dateline {

namespace {

/// As in ranking.cc, where k3 is the k1 of the query.
constexpr double k1 = 1.6;
constexpr double b = 0.6;
constexpr double k3 = 1;

/// How rare what stands in `articles` of `all` is, as Xapian reckons it: never below 0.
double rarity(double articles, double all) {
  const double odds = (all - articles + 0.5) / (articles + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

/// How much an article makes of a word, as a text of so many times the mean length and as a query.
double emphasis(std::uint32_t wdf, double relative_length) {
  const double frequency = wdf;
  return frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * relative_length)) * frequency *
         (k3 + 1) / (frequency + k3);
}

bool is_more_telling(const TellingStem& one, const TellingStem& other) {
  return std::tie(other.weight, one.stem) < std::tie(one.weight, other.stem);
}

/// Keeps the `count` most telling of what is added, the most telling first.
class MostTelling {
 public:
  explicit MostTelling(std::size_t count) : count_(count) {}

  /// Whether a stem of this weight could still be one of them.
  bool admits(double weight) const {
    return kept_.size() < count_ || (count_ > 0 && weight >= kept_.back().weight);
  }

  void add(TellingStem stem) {
    kept_.insert(std::ranges::upper_bound(kept_, stem, is_more_telling), std::move(stem));
    if (kept_.size() > count_) {
      kept_.pop_back();
    }
  }

  std::vector<TellingStem> take() { return std::move(kept_); }

 private:
  std::size_t count_;
  std::vector<TellingStem> kept_;
};

/// The stems of title and text, those first that the article makes most of.
std::vector<TermList::Term> stems_of(const Article& article, TermList& terms) {
  TermAnalyzer().analyze(article, terms);
  std::vector<TermList::Term> stems;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermList::Term term = terms[i];
    if (term.wdf > 0 && term.text.starts_with(stem_prefix)) {
      stems.push_back(term);
    }
  }
  std::ranges::sort(stems, [](const TermList::Term& one, const TermList::Term& other) {
    return std::tie(other.wdf, one.text) < std::tie(one.wdf, other.text);
  });
  return stems;
}

}  // namespace

std::vector<TellingStem> telling_stems(const ArchiveReader::State& state, const Article& article,
                                       std::size_t count, std::size_t min_articles) {
  TermList terms;
  const std::vector<TermList::Term> stems = stems_of(article, terms);
  double length = 0;
  for (const TermList::Term& stem : stems) {
    length += stem.wdf;
  }
  const double relative_length = length / std::max(state.database.get_avlength(), 1.0);
  const double all = state.database.get_doccount();
  const double highest_rarity = rarity(static_cast<double>(min_articles), all);
  MostTelling most_telling(count);
  for (const TermList::Term& stem : stems) {
    const double emphasized = emphasis(stem.wdf, relative_length);
    if (!most_telling.admits(emphasized * highest_rarity)) {
      break;  // all that follow are used less often still
    }
    const Xapian::doccount articles = state.database.get_termfreq(std::string(stem.text));
    if (articles >= min_articles) {
      most_telling.add({std::string(stem.text.substr(stem_prefix.size())), stem.wdf,
                        emphasized * rarity(articles, all)});
    }
  }
  return most_telling.take();
}

std::vector<TellingName> telling_names(const ArchiveReader::State& state,
                                       std::span<const NameId> names, std::size_t count,
                                       std::size_t min_articles) {
  const EntityMap& map = state.entities;
  std::vector<EntityId> entities;
  for (const NameId name : names) {
    const EntityId entity = map.entity(name);
    if (map.type(entity) != NameType::Source && !map.is_hidden(entity)) {
      entities.push_back(entity);
    }
  }
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
  const double all = state.database.get_doccount();
  std::vector<TellingName> telling;
  for (const EntityId entity : entities) {
    // Articles that use several of its names count for each; of a rare entity these are few.
    double articles = 0;
    for (const NameId name : map.names_of(entity)) {
      const std::string_view prefix = field_of(map.names().type(name)).prefix;
      articles += state.database.get_termfreq(make_term(prefix, map.names().text(name)));
    }
    if (articles >= static_cast<double>(min_articles)) {
      // Half, for the words of a name count by themselves.
      telling.push_back({entity, rarity(std::min(articles, all), all) / 2});
    }
  }
  // Numbers of entities depend on the history of an archive; names do not.
  std::ranges::sort(telling, [&map](const TellingName& one, const TellingName& other) {
    return std::tuple(other.weight, map.shown(one.entity), map.type(one.entity)) <
           std::tuple(one.weight, map.shown(other.entity), map.type(other.entity));
  });
  telling.resize(std::min(telling.size(), count));
  return telling;
}

std::size_t count_known_stems(const ArchiveReader::State& state, const Article& article) {
  TermList terms;
  const std::vector<TermList::Term> stems = stems_of(article, terms);
  return static_cast<std::size_t>(std::ranges::count_if(stems, [&](const TermList::Term& stem) {
    return state.database.term_exists(std::string(stem.text));
  }));
}

}  // namespace dateline

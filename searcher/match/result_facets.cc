// One walk over the articles counts for all facets without a selection; each facet with one has a
// walk of its own, over the articles without it.
#include "searcher/match/result_facets.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "searcher/match/archive_state.h"
#include "searcher/match/article_values.h"
#include "searcher/match/facets.h"
#include "searcher/match/mentioned_counter.h"

namespace dateline {

namespace {

std::size_t index_of(FacetKind facet) {
  return static_cast<std::size_t>(facet);
}

WantedValues wanted_for(const std::vector<FacetKind>& facets) {
  WantedValues wanted;
  for (const FacetKind facet : facets) {
    switch (facet) {
      case FacetKind::Date: wanted.day = true; break;
      case FacetKind::Mentioned: wanted.mentioned = true; break;
      default: wanted.entities = true;
    }
  }
  return wanted;
}

/// What was counted over one set of articles.
struct Counts {
  FacetCounter counter;
  MentionedCounter mentioned;
};

Counts count(ArchiveReader::State& state, const DocumentSet& documents, const Narrowing& narrowing,
             const WantedValues& wanted) {
  Counts counts{FacetCounter(state.entities), MentionedCounter(narrowing.selected_mentioned)};
  visit_articles(state, documents, wanted, [&counts](const ArticleValues& article) {
    counts.counter.add_article(article);
    counts.mentioned.add_article(article.mentioned);
  });
  return counts;
}

/// The other names of an entity that articles use.
const std::vector<std::string>& variants_of(ArchiveReader::State& state, EntityId entity) {
  const auto [place, is_new] = state.variants.try_emplace(entity);
  std::vector<std::string>& variants = place->second;
  if (is_new) {
    for (const NameId name : state.entities.names_of(entity)) {
      const std::string_view text = state.entities.names().text(name);
      if (text != state.entities.shown(entity) && state.is_used(name)) {
        variants.emplace_back(text);
      }
    }
    // One that was two entities of two types may have a name twice.
    std::ranges::sort(variants);
    variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
  }
  return variants;
}

NameChoice choice_of(ArchiveReader::State& state, FacetKind kind, const Narrowing& narrowing,
                     const SearchRequest& request) {
  NameChoice choice{.selected = narrowing.selected_names.at(index_of(kind)),
                    .excluded = narrowing.excluded_names.at(index_of(kind)),
                    .sort = request.facet_sort,
                    .limit = request.facet_limit};
  const auto search = std::ranges::find(request.facet_searches, kind, &FacetSearch::facet);
  if (search != request.facet_searches.end()) {
    choice.find = search->text;
  }
  if (choice.sort == FacetSort::Typical) {
    choice.uses = entity_uses(state);
    choice.all_articles = state.database.get_doccount();
  }
  return choice;
}

Facet make_name_facet(ArchiveReader::State& state, FacetKind kind, const Counts& counts,
                      const Narrowing& narrowing, const SearchRequest& request) {
  // The kinds of names stand in the order of their types.
  const Counted<EntityCount> names = counts.counter.count_names(
      static_cast<NameType>(kind), choice_of(state, kind, narrowing, request));
  Facet facet{.kind = kind, .values = {}, .total_values = names.total};
  for (const EntityCount& name : names.values) {
    facet.values.push_back({.value = std::string(state.entities.shown(name.entity)),
                            .count = name.count,
                            .selected = name.selected,
                            .variants = variants_of(state, name.entity),
                            .excluded = name.excluded,
                            .significance = name.significance});
    if (request.facet_sort != FacetSort::Typical) {
      facet.values.back().significance.reset();
    }
  }
  for (const std::string& unknown : narrowing.unknown_names.at(index_of(kind))) {
    facet.values.push_back({.value = unknown, .selected = true});
    ++facet.total_values;
  }
  return facet;
}

Facet make_facet(ArchiveReader::State& state, FacetKind kind, const Counts& counts,
                 const Narrowing& narrowing, const SearchRequest& request) {
  if (kind != FacetKind::Date && kind != FacetKind::Mentioned) {
    return make_name_facet(state, kind, counts, narrowing, request);
  }
  const std::size_t limit = request.date_limit.value_or(request.facet_limit);
  Counted<FacetValue> dates = kind == FacetKind::Date
                                  ? counts.counter.count_dates(narrowing.selected_dates, limit)
                                  : counts.mentioned.count(limit);
  return {.kind = kind, .values = std::move(dates.values), .total_values = dates.total};
}

}  // namespace

std::vector<Facet> make_facets(ArchiveReader::State& state, NarrowedMatch& match,
                               const Narrowing& narrowing, const SearchRequest& request) {
  std::vector<FacetKind> together;
  for (const FacetKind kind : request.facets) {
    if (!narrowing.selections.at(index_of(kind))) {
      together.push_back(kind);
    }
  }
  std::optional<Counts> whole;
  if (!together.empty()) {
    whole.emplace(count(state, match.whole(), narrowing, wanted_for(together)));
  }
  std::vector<Facet> facets;
  for (const FacetKind kind : request.facets) {
    if (!narrowing.selections.at(index_of(kind))) {
      facets.push_back(make_facet(state, kind, *whole, narrowing, request));
      continue;
    }
    const Counts own = count(state, match.without(kind), narrowing, wanted_for({kind}));
    facets.push_back(make_facet(state, kind, own, narrowing, request));
  }
  return facets;
}

}  // namespace dateline

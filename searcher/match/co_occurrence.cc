// Counting by one pass over the names of every article, beside the counts of all entities.
#include "searcher/match/co_occurrence.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>

#include "common/error.h"
#include "common/text/fold.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/entity_uses.h"
#include "searcher/match/significance.h"
#include "searcher/query/name_value.h"

namespace dateline {

namespace {

/// The entities that the name means, in the types it may be of.
std::vector<EntityId> find_with(const EntityMap& map, const CoOccurrenceRequest& request) {
  std::vector<NameType> types{NameType::Person, NameType::Organization, NameType::Location};
  if (request.with_type) {
    types = {*request.with_type};
  }
  std::vector<EntityId> called_so;
  std::vector<EntityId> all;
  for (const NameType type : types) {
    const MeantEntities named = find_named(map, type, request.with);
    std::vector<EntityId>& found = named.is_just_it ? called_so : all;
    found.insert(found.end(), named.entities.begin(), named.entities.end());
  }
  return called_so.empty() ? all : called_so;
}

/// Articles with any of some entities: how many there are, and how many of them use each other one.
struct Together {
  std::size_t articles = 0;
  std::vector<std::uint32_t> of_entity;
};

Together count_together(const ArchiveReader::State& state, const std::vector<bool>& is_with) {
  const EntityMap& map = state.entities;
  Together together{0, std::vector<std::uint32_t>(map.id_limit())};
  std::vector<EntityId> entities;
  for_each_article(state, [&](std::span<const NameId> names) {
    entities.clear();
    for (const NameId name : names) {
      entities.push_back(map.entity(name));
    }
    if (std::ranges::none_of(entities, [&](EntityId entity) { return is_with[entity]; })) {
      return;
    }
    ++together.articles;
    std::erase_if(entities, [&](EntityId entity) { return is_with[entity]; });
    std::ranges::sort(entities);
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    for (const EntityId entity : entities) {
      ++together.of_entity[entity];
    }
  });
  return together;
}

/// What entities are sorted by.
struct Ranked {
  EntityId entity = 0;
  double significance = 0;
};

void sort_ranked(const EntityMap& map, const Together& together, const CoOccurrenceRequest& request,
                 std::vector<Ranked>& ranked) {
  if (!request.by_significance && request.entities.order == EntityOrder::Name) {
    std::ranges::sort(ranked, {}, [&](const Ranked& one) {
      const std::string_view name = map.shown(one.entity);
      return std::tuple(fold_name(name), name, map.type(one.entity));
    });
    return;
  }
  std::ranges::sort(ranked, [&](const Ranked& one, const Ranked& other) {
    const bool by_count = !request.by_significance;
    return std::tuple(by_count ? 0 : other.significance, together.of_entity[other.entity],
                      map.shown(one.entity), map.type(one.entity)) <
           std::tuple(by_count ? 0 : one.significance, together.of_entity[one.entity],
                      map.shown(other.entity), map.type(other.entity));
  });
}

[[noreturn]] void throw_not_named(const CoOccurrenceRequest& request) {
  const std::string type =
      request.with_type ? "the " + std::string(to_string(*request.with_type)) + " " : "";
  throw Error("no article names " + type + "'" + request.with + "'",
              "dateline-search entities WORD lists the names that have a word",
              ExitCode::NothingFound);
}

/// The entities that the name means and articles use, the most frequent first.
std::vector<EntityId> find_used_with(const EntityMap& map, const Uses& uses,
                                     const CoOccurrenceRequest& request) {
  std::vector<EntityId> with = find_with(map, request);
  std::erase_if(with, [&](EntityId entity) { return uses.of_entity[entity] == 0; });
  if (with.empty()) {
    throw_not_named(request);
  }
  std::ranges::sort(with, [&](EntityId one, EntityId other) {
    return std::tuple(uses.of_entity[other], map.shown(one), map.type(one)) <
           std::tuple(uses.of_entity[one], map.shown(other), map.type(other));
  });
  return with;
}

/// The entities to list, in their order.
std::vector<Ranked> rank_together(const EntityMap& map, const Uses& uses, const Together& together,
                                  std::size_t articles, const CoOccurrenceRequest& request) {
  EntityRequest selection = request.entities;
  selection.min_count = 1;
  std::vector<Ranked> ranked;
  for (const EntityId entity : select_entities(map, uses, selection)) {
    const std::uint32_t count = together.of_entity[entity];
    if (count > 0 && count >= request.entities.min_count) {
      ranked.push_back(
          {entity, significance(count, together.articles, uses.of_entity[entity], articles)});
    }
  }
  sort_ranked(map, together, request, ranked);
  return ranked;
}

CoOccurrenceList list_once(const ArchiveReader::State& state, const CoOccurrenceRequest& request) {
  const EntityMap& map = state.entities;
  const Uses uses = count_uses(state);
  std::vector<bool> is_with(map.id_limit());
  CoOccurrenceList list;
  for (const EntityId entity : find_used_with(map, uses, request)) {
    is_with[entity] = true;
    list.with.push_back(describe(map, uses, entity));
  }
  const Together together = count_together(state, is_with);
  list.with_articles = together.articles;
  list.articles = state.database.get_doccount();
  const std::vector<Ranked> ranked = rank_together(map, uses, together, list.articles, request);
  list.total = ranked.size();
  list.offset = request.entities.offset;
  for (std::size_t i = list.offset;
       i < std::min(ranked.size(), list.offset + request.entities.limit); ++i) {
    CoOccurring& shown = list.entities.emplace_back();
    shown.entity = describe(map, uses, ranked[i].entity);
    shown.entity.variants = variants_of(map, uses, ranked[i].entity);
    shown.together = together.of_entity[ranked[i].entity];
    shown.significance = ranked[i].significance;
  }
  return list;
}

}  // namespace

CoOccurrenceList list_co_occurring(ArchiveReader& archive, const CoOccurrenceRequest& request) {
  CoOccurrenceList list;
  archive.consistently([&] { list = list_once(archive.state(), request); });
  return list;
}

}  // namespace dateline

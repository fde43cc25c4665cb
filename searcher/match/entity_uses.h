// Which articles use which names and entities: what lists of entities are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/match/archive_reader.h"
#include "searcher/match/entity_list.h"

namespace dateline {

/// How many articles use each name and each entity.
struct Uses {
  std::vector<std::uint32_t> of_name;
  std::vector<std::uint32_t> of_entity;
};

/// Hands out the names of every article that has any, each once. One pass over the slot that holds
/// them.
void for_each_article(const ArchiveReader::State& state,
                      const std::function<void(std::span<const NameId>)>& use);

Uses count_uses(const ArchiveReader::State& state);

/// The names of an entity that articles use, and before them the one it is shown by.
std::vector<std::string_view> texts_of(const EntityMap& map, const Uses& uses, EntityId entity);

/// The entities that pass the request, in order of their numbers.
std::vector<EntityId> select_entities(const EntityMap& map, const Uses& uses,
                                      const EntityRequest& request);

/// An entity as a list shows it, without its variants.
ListedEntity describe(const EntityMap& map, const Uses& uses, EntityId entity);

std::vector<NameCount> variants_of(const EntityMap& map, const Uses& uses, EntityId entity);

}  // namespace dateline

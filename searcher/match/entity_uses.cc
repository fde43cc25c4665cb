// Counting by one pass over the names of every article.
#include "searcher/match/entity_uses.h"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "common/field.h"
#include "common/text/fold.h"
#include "searcher/match/archive_state.h"

namespace dateline {

namespace {

bool has_word_prefix(std::string_view name, const std::string& folded_prefix) {
  return (" " + fold_name(name)).find(" " + folded_prefix) != std::string::npos;
}

}  // namespace

void for_each_article(const ArchiveReader::State& state,
                      const std::function<void(std::span<const NameId>)>& use) {
  std::vector<NameId> names;
  const auto slot = static_cast<Xapian::valueno>(Slot::Names);
  for (const OpenArchive& archive : state.archives) {
    for (auto value = archive.database.valuestream_begin(slot);
         value != archive.database.valuestream_end(slot); ++value) {
      names.clear();
      read_name_ids(archive, value.get_docid(), *value, names);
      use(names);
    }
  }
}

Uses count_uses(const ArchiveReader::State& state) {
  const EntityMap& map = state.entities;
  Uses uses{std::vector<std::uint32_t>(map.names().size()),
            std::vector<std::uint32_t>(map.id_limit())};
  std::vector<std::uint32_t> last_article(map.id_limit());
  std::uint32_t article = 0;
  for_each_article(state, [&](std::span<const NameId> names) {
    ++article;
    for (const NameId name : names) {
      ++uses.of_name[name];
      const EntityId entity = map.entity(name);
      if (std::exchange(last_article[entity], article) != article) {
        ++uses.of_entity[entity];
      }
    }
  });
  return uses;
}

std::vector<std::string_view> texts_of(const EntityMap& map, const Uses& uses, EntityId entity) {
  std::vector<std::string_view> texts{map.shown(entity)};
  for (const NameId name : map.names_of(entity)) {
    const std::string_view text = map.names().text(name);
    if (uses.of_name[name] > 0 && text != texts.front()) {
      texts.push_back(text);
    }
  }
  return texts;
}

std::vector<EntityId> select_entities(const EntityMap& map, const Uses& uses,
                                      const EntityRequest& request) {
  const std::string prefix = fold_name(request.prefix);
  std::vector<EntityId> selected;
  for (EntityId entity = 0; entity < map.id_limit(); ++entity) {
    if (uses.of_entity[entity] == 0 || uses.of_entity[entity] < request.min_count ||
        std::ranges::find(request.types, map.type(entity)) == request.types.end() ||
        (map.is_hidden(entity) && !request.with_hidden)) {
      continue;
    }
    const auto begins = [&prefix](std::string_view name) { return has_word_prefix(name, prefix); };
    if (prefix.empty() || std::ranges::any_of(texts_of(map, uses, entity), begins)) {
      selected.push_back(entity);
    }
  }
  return selected;
}

ListedEntity describe(const EntityMap& map, const Uses& uses, EntityId entity) {
  ListedEntity listed;
  listed.name = map.shown(entity);
  listed.type = map.type(entity);
  listed.count = uses.of_entity[entity];
  listed.hidden = map.is_hidden(entity);
  return listed;
}

std::vector<NameCount> variants_of(const EntityMap& map, const Uses& uses, EntityId entity) {
  std::vector<NameCount> variants;
  for (const NameId name : map.names_of(entity)) {
    const std::string_view text = map.names().text(name);
    if (uses.of_name[name] > 0 && text != map.shown(entity)) {
      variants.push_back({std::string(text), uses.of_name[name]});
    }
  }
  std::ranges::sort(variants, [](const NameCount& a, const NameCount& b) {
    return std::tie(b.count, a.name) < std::tie(a.count, b.name);
  });
  return variants;
}

}  // namespace dateline

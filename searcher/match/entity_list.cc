// Entities are counted, chosen, sorted, and those of the page described.
#include "searcher/match/entity_list.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/archive/corrections.h"
#include "common/text/fold.h"
#include "searcher/match/archive_state.h"
#include "searcher/match/entity_uses.h"

namespace dateline {

namespace {

/// Puts entities in the order asked for, as far as the page that is shown.
void sort_entities(const EntityMap& map, const Uses& uses, const EntityRequest& request,
                   std::vector<EntityId>& entities) {
  const std::size_t shown = std::min(entities.size(), request.offset + request.limit);
  const auto page_end = entities.begin() + static_cast<std::ptrdiff_t>(shown);
  if (request.order == EntityOrder::Count) {
    std::ranges::partial_sort(entities, page_end, [&](EntityId a, EntityId b) {
      return std::tuple(uses.of_entity[b], map.shown(a), map.type(a)) <
             std::tuple(uses.of_entity[a], map.shown(b), map.type(b));
    });
    return;
  }
  std::vector<std::tuple<std::string, std::string_view, NameType, EntityId>> keyed;
  for (const EntityId entity : entities) {
    const std::string_view name = map.shown(entity);
    keyed.emplace_back(fold_name(name), name, map.type(entity), entity);
  }
  std::ranges::sort(keyed);
  for (std::size_t i = 0; i < shown; ++i) {
    entities[i] = std::get<EntityId>(keyed[i]);
  }
}

EntityList list_once(const ArchiveReader::State& state, const EntityRequest& request) {
  const EntityMap& map = state.entities;
  const Uses uses = count_uses(state);
  std::vector<EntityId> selected = select_entities(map, uses, request);
  sort_entities(map, uses, request, selected);
  EntityList list{selected.size(), request.offset, {}};
  for (std::size_t i = request.offset;
       i < std::min(selected.size(), request.offset + request.limit); ++i) {
    list.entities.push_back(describe(map, uses, selected[i]));
    list.entities.back().variants = variants_of(map, uses, selected[i]);
  }
  return list;
}

/// The line of the corrections file that makes two entities one. A part of a name joins the whole;
/// else the less frequent name joins the other.
std::string correction_for(const LookAlikePair& pair) {
  const ListedEntity& larger = pair.larger;
  const ListedEntity& smaller = pair.smaller;
  if (pair.kind == LookAlikeKind::SameName) {
    return to_line({Correction::Kind::Retype, smaller.type, {smaller.name}, larger.type});
  }
  const bool is_part =
      pair.kind != LookAlikeKind::Spelling && larger.name.size() < smaller.name.size();
  const std::string& shown = is_part ? smaller.name : larger.name;
  const std::string& other = is_part ? larger.name : smaller.name;
  return to_line({Correction::Kind::Merge, larger.type, {shown, other}, larger.type});
}

LookAlikeList compare_once(const ArchiveReader::State& state, const EntityRequest& request) {
  const EntityMap& map = state.entities;
  const Uses uses = count_uses(state);
  const std::vector<EntityId> selected = select_entities(map, uses, request);
  std::vector<EntityNames> known;
  known.reserve(selected.size());
  for (const EntityId entity : selected) {
    EntityNames& names = known.emplace_back();
    names.type = map.type(entity);
    names.count = uses.of_entity[entity];
    for (const std::string_view text : texts_of(map, uses, entity)) {
      std::string folded = fold_name(text);
      if (std::ranges::find(names.folded, folded) == names.folded.end()) {
        names.folded.push_back(std::move(folded));
      }
    }
  }
  const std::vector<LookAlike> found = find_look_alikes(known);
  LookAlikeList list{found.size(), request.offset, {}};
  for (std::size_t i = request.offset; i < std::min(found.size(), request.offset + request.limit);
       ++i) {
    LookAlikePair pair;
    pair.kind = found[i].kind;
    pair.larger = describe(map, uses, selected[found[i].larger]);
    pair.smaller = describe(map, uses, selected[found[i].smaller]);
    pair.correction = correction_for(pair);
    list.pairs.push_back(std::move(pair));
  }
  return list;
}

}  // namespace

EntityList list_entities(ArchiveReader& archive, const EntityRequest& request) {
  EntityList list;
  archive.consistently([&] { list = list_once(archive.state(), request); });
  return list;
}

LookAlikeList list_look_alikes(ArchiveReader& archive, const EntityRequest& request) {
  LookAlikeList list;
  archive.consistently([&] { list = compare_once(archive.state(), request); });
  return list;
}

}  // namespace dateline

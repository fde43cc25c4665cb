// Entities that become one are sets that point to each other (union-find); names are numbered when
// it is known which entity each is of. Everything is looked up in tables by the bytes of names.
#include "searcher/match/joined_entities.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "common/name.h"

namespace dateline {

namespace {

/// An entity of one archive, by its place in the list of all.
using Node = std::uint32_t;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

template <typename Value>
using ByName = std::array<std::unordered_map<std::string_view, Value>, all_name_types.size()>;

template <typename Value>
std::unordered_map<std::string_view, Value>& of_type(ByName<Value>& tables, NameType type) {
  return tables.at(static_cast<std::size_t>(type));
}

/// Which entities are one.
class EntityJoin {
 public:
  explicit EntityJoin(std::span<const EntityMap> archives) : archives_(archives) {
    list_nodes();
    join_by_shown_names();
    join_by_other_names();
  }

  std::size_t size() const { return nodes_.size(); }

  /// The node that stands for all that are one with that of this name; they are shown as it is.
  Node root_of(std::uint32_t archive, NameId name) {
    return root_of(nodes_of_[archive][archives_[archive].entity(name)]);
  }

  /// As the entity of a root is to be, without its names.
  CorrectedEntity describe(Node root) const {
    CorrectedEntity joined{type_of(root), true, std::string(shown_of(root)), {}};
    Node node = root;
    do {
      const auto [archive, entity] = nodes_[node];
      joined.hidden = joined.hidden && archives_[archive].is_hidden(entity);
      node = next_[node];
    } while (node != root);
    return joined;
  }

 private:
  /// That the entity shown by a name may be one with another, which has that name too.
  struct Likeness {
    Node shown;
    Node other;
  };

  void list_nodes() {
    for (std::uint32_t archive = 0; archive < archives_.size(); ++archive) {
      const EntityMap& map = archives_[archive];
      std::vector<Node>& nodes = nodes_of_.emplace_back(map.id_limit(), none);
      for (NameId name = 0; name < map.names().size(); ++name) {
        Node& node = nodes[map.entity(name)];
        if (node == none) {
          node = static_cast<Node>(nodes_.size());
          nodes_.emplace_back(archive, map.entity(name));
          parents_.push_back(node);
          next_.push_back(node);
        }
      }
    }
  }

  NameType type_of(Node node) const {
    return archives_[nodes_[node].first].type(nodes_[node].second);
  }

  std::string_view shown_of(Node node) const {
    return archives_[nodes_[node].first].shown(nodes_[node].second);
  }

  Node root_of(Node node) {
    while (parents_[node] != node) {
      parents_[node] = parents_[parents_[node]];
      node = parents_[node];
    }
    return node;
  }

  /// Whether no archive has an entity in both sets: it would have made them one itself.
  bool may_join(Node a, Node b) const {
    std::vector<bool> has_entity(archives_.size());
    Node node = a;
    do {
      has_entity[nodes_[node].first] = true;
      node = next_[node];
    } while (node != a);
    node = b;
    do {
      if (has_entity[nodes_[node].first]) {
        return false;
      }
      node = next_[node];
    } while (node != b);
    return true;
  }

  /// Makes one of two sets, which stays shown as `root` is. False when an archive keeps them apart.
  bool join(Node root, Node other) {
    if (!may_join(root, other)) {
      return false;
    }
    parents_[other] = root;
    std::swap(next_[root], next_[other]);
    return true;
  }

  void join_by_shown_names() {
    for (Node node = 0; node < nodes_.size(); ++node) {
      const auto [first, is_new] = of_type(by_shown_, type_of(node)).emplace(shown_of(node), node);
      if (!is_new) {
        join(first->second, node);
      }
    }
  }

  /// Sorted by the shown names, for the order of archives is not to matter.
  std::vector<Likeness> find_likenesses() {
    std::vector<Likeness> likenesses;
    for (std::uint32_t archive = 0; archive < archives_.size(); ++archive) {
      const EntityMap& map = archives_[archive];
      for (NameId name = 0; name < map.names().size(); ++name) {
        const Node node = nodes_of_[archive][map.entity(name)];
        const auto& shown = of_type(by_shown_, type_of(node));
        const auto found = shown.find(map.names().text(name));
        if (found != shown.end() && root_of(found->second) != root_of(node)) {
          likenesses.push_back({found->second, node});
        }
      }
    }
    std::ranges::sort(likenesses, {}, [this](const Likeness& likeness) {
      return std::tuple(type_of(likeness.shown), shown_of(likeness.shown), shown_of(likeness.other),
                        likeness.other);
    });
    return likenesses;
  }

  /// Again until nothing changes: when two have become one, a name may be no longer of several.
  void join_by_other_names() {
    const std::vector<Likeness> likenesses = find_likenesses();
    for (bool has_changed = true; has_changed;) {
      has_changed = false;
      for (auto first = likenesses.begin(); first != likenesses.end();) {
        const auto last = std::find_if(first, likenesses.end(), [first](const Likeness& other) {
          return other.shown != first->shown;
        });
        has_changed = join_to_only_one({first, last}) || has_changed;
        first = last;
      }
    }
  }

  /// Given all that have the name of one entity.
  bool join_to_only_one(std::span<const Likeness> likenesses) {
    const Node shown = root_of(likenesses.front().shown);
    Node only = shown;
    for (const Likeness& likeness : likenesses) {
      const Node other = root_of(likeness.other);
      if (other != shown && only != shown && other != only) {
        return false;
      }
      only = other == shown ? only : other;
    }
    return only != shown && join(only, shown);
  }

  std::span<const EntityMap> archives_;
  std::vector<std::pair<std::uint32_t, EntityId>> nodes_;  // archive, entity
  std::vector<std::vector<Node>> nodes_of_;                // by archive and entity
  std::vector<Node> parents_;                              // a root is its own
  std::vector<Node> next_;                                 // of the same set, round
  ByName<Node> by_shown_;                                  // the first that is shown so
};

/// Numbers the names of all archives, each once for every entity that has it.
class NameJoin {
 public:
  NameJoin(std::span<const EntityMap> archives, EntityJoin& entities,
           std::span<const std::string> identities)
      : entities_(entities), names_of_(entities.size()) {
    for (std::uint32_t archive = 0; archive < archives.size(); ++archive) {
      const NameDictionary& names = archives[archive].names();
      std::vector<NameId>& joined = joined_.names.emplace_back();
      joined.reserve(names.size());
      for (NameId name = 0; name < names.size(); ++name) {
        joined.push_back(find_or_add(names, name, entities.root_of(archive, name)));
      }
    }
    list_disputed(identities);
  }

  JoinedEntities take() {
    std::unordered_map<EntityId, CorrectedEntity> corrected;
    for (Node root = 0; root < names_of_.size(); ++root) {
      if (!names_of_[root].empty()) {
        settle(entities_.describe(root), std::move(names_of_[root]), corrected);
      }
    }
    joined_.map = EntityMap(std::move(dictionary_), std::move(corrected), std::move(disputed_));
    return std::move(joined_);
  }

 private:
  NameId find_or_add(const NameDictionary& names, NameId name, Node root) {
    const std::string_view text = names.text(name);
    const auto id = static_cast<NameId>(dictionary_.size());
    const auto [known, is_new] = of_type(by_text_, names.type(name)).emplace(text, id);
    NameId same = is_new ? none : known->second;
    while (same != none && roots_[same] != root) {
      same = next_same_[same];
    }
    if (same != none) {
      return same;
    }
    dictionary_.add({names.type(name), std::string(text)});
    roots_.push_back(root);
    next_same_.push_back(is_new ? none : std::exchange(known->second, id));
    names_of_[root].push_back(id);
    return id;
  }

  void list_disputed(std::span<const std::string> identities) {
    for (NameId id = 0; id < next_same_.size(); ++id) {
      if (next_same_[id] != none) {
        disputed_[id];
        disputed_[next_same_[id]];
      }
    }
    for (std::size_t archive = 0; archive < joined_.names.size() && !disputed_.empty(); ++archive) {
      for (const NameId id : joined_.names[archive]) {
        if (const auto found = disputed_.find(id); found != disputed_.end()) {
          found->second.push_back(identities[archive]);
        }
      }
    }
  }

  /// An entity shown by one of its names needs no more than its line in the dictionary.
  void settle(CorrectedEntity entity, std::vector<NameId> names,
              std::unordered_map<EntityId, CorrectedEntity>& corrected) {
    const auto shown = std::ranges::find_if(names, [&](NameId name) {
      return dictionary_.type(name) == entity.type && dictionary_.text(name) == entity.shown;
    });
    if (entity.hidden || shown == names.end()) {
      const EntityId id = names.front();
      entity.names = std::move(names);
      corrected.emplace(id, std::move(entity));
      return;
    }
    std::iter_swap(names.begin(), shown);
    dictionary_.join(names);
  }

  EntityJoin& entities_;
  JoinedEntities joined_;
  NameDictionary dictionary_;
  DisputedNames disputed_;
  ByName<NameId> by_text_;                     // the last of those with the text
  std::vector<NameId> next_same_;              // with the same text, of another entity
  std::vector<Node> roots_;                    // by name
  std::vector<std::vector<NameId>> names_of_;  // by root
};

}  // namespace

JoinedEntities join_entities(std::span<const EntityMap> archives,
                             std::span<const std::string> identities) {
  EntityJoin entities(archives);
  return NameJoin(archives, entities, identities).take();
}

}  // namespace dateline

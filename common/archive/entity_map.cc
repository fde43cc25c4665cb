// Applying corrections. Entities that become one are sets that point to each other (union-find), so
// a line costs what it names and not what it changes; the names are sorted into the entities once,
// at the end. Only the names that the corrections write are looked up, by two tables.
#include "common/archive/entity_map.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

#include "common/ascii.h"
#include "common/text/fold.h"

namespace dateline {

namespace {

/// Sorted, each once.
void make_set(std::vector<EntityId>& entities) {
  std::ranges::sort(entities);
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

using ByteSet = std::array<bool, std::numeric_limits<unsigned char>::max() + 1>;

/// What one spelling that the corrections write may mean.
struct Meanings {
  std::vector<NameId> names;
  /// Entities once shown by it; of use as long as they still are.
  std::vector<std::pair<EntityId, std::string_view>> shown;
};

/// One run over the corrections.
class CorrectionRun {
 public:
  /// `names` and `corrections` outlive the run; `entities` are those of the names, uncorrected.
  CorrectionRun(const NameDictionary& names, std::vector<EntityId> entities,
                std::span<const Correction> corrections)
      : names_(names), entities_(std::move(entities)), parents_(names.size()) {
    std::iota(parents_.begin(), parents_.end(), EntityId{0});
    index_names(corrections);
    for (const Correction& correction : corrections) {
      switch (correction.kind) {
        case Correction::Kind::Merge: merge(correction); break;
        case Correction::Kind::Split: split(correction); break;
        case Correction::Kind::Retype: retype(correction); break;
        case Correction::Kind::Hide: hide(correction); break;
      }
    }
    settle();
  }

  EntityId id_limit() const { return static_cast<EntityId>(parents_.size()); }
  std::vector<EntityId> take_entities() { return std::move(entities_); }
  std::unordered_map<EntityId, CorrectedEntity> take_corrected() { return std::move(corrected_); }

 private:
  // ---- The tables ----

  void index_names(std::span<const Correction> corrections) {
    ByteSet begins_folded{};
    for (const Correction& correction : corrections) {
      for (const std::string& name : correction.names) {
        exact_[name];
        const std::string folded = fold_name(name);
        if (!folded.empty()) {
          begins_folded.at(static_cast<unsigned char>(folded.front())) = true;
          folded_[folded];
        }
      }
    }
    for (NameId id = 0; id < names_.size(); ++id) {
      const std::string_view text = names_.text(id);
      if (const auto found = exact_.find(text); found != exact_.end()) {
        found->second.names.push_back(id);
      }
      if (may_begin(text, begins_folded)) {
        if (const auto found = folded_.find(fold_name(text)); found != folded_.end()) {
          found->second.names.push_back(id);
        }
      }
    }
  }

  /// False only when the folded name surely begins with another byte than those: folding is most
  /// of the work here.
  static bool may_begin(std::string_view name, const ByteSet& begins) {
    if (name.empty()) {
      return false;
    }
    const char first = to_lower(name.front());
    return !(is_letter(first) || is_digit(first)) || begins.at(static_cast<unsigned char>(first));
  }

  EntityId root_of(EntityId entity) {
    while (parents_[entity] != entity) {
      parents_[entity] = parents_[parents_[entity]];
      entity = parents_[entity];
    }
    return entity;
  }

  NameType type_of(EntityId root) const {
    const auto found = corrected_.find(root);
    return found != corrected_.end() ? found->second.type : names_.type(root);
  }

  std::vector<EntityId> entities_of(Meanings& meanings, NameType type) {
    std::erase_if(meanings.shown, [this](const auto& shown) {
      return root_of(shown.first) != shown.first || touch(shown.first).shown != shown.second;
    });
    std::vector<EntityId> found;
    for (const NameId name : meanings.names) {
      found.push_back(root_of(entities_[name]));
    }
    for (const auto& [entity, text] : meanings.shown) {
      found.push_back(entity);
    }
    std::erase_if(found, [this, type](EntityId root) { return type_of(root) != type; });
    make_set(found);
    return found;
  }

  /// The entities a line means by a name.
  std::vector<EntityId> find(NameType type, const std::string& text) {
    std::vector<EntityId> found = entities_of(exact_.at(text), type);
    if (const std::string folded = fold_name(text); found.empty() && !folded.empty()) {
      found = entities_of(folded_.at(folded), type);
    }
    return found;
  }

  /// The names a line means by one.
  std::vector<NameId> find_names(NameType type, const std::string& text) {
    const auto of_type = [&](const Meanings& meanings) {
      std::vector<NameId> found = meanings.names;
      std::erase_if(found, [&](NameId name) { return type_of(root_of(entities_[name])) != type; });
      return found;
    };
    std::vector<NameId> found = of_type(exact_.at(text));
    if (const std::string folded = fold_name(text); found.empty() && !folded.empty()) {
      found = of_type(folded_.at(folded));
    }
    return found;
  }

  // ---- The actions ----

  CorrectedEntity& touch(EntityId root) {
    const auto [found, is_new] = corrected_.try_emplace(root);
    if (is_new && root < names_.size()) {
      found->second.type = names_.type(root);
    }
    return found->second;
  }

  void show(EntityId root, const std::string& text) {
    touch(root).shown = text;
    exact_.at(text).shown.emplace_back(root, text);
    if (const auto found = folded_.find(fold_name(text)); found != folded_.end()) {
      found->second.shown.emplace_back(root, text);
    }
  }

  /// Makes one entity of several, with the type and the shown name of the first.
  EntityId join(const std::vector<EntityId>& roots) {
    CorrectedEntity& joined = touch(roots.front());
    for (const EntityId root : roots) {
      joined.hidden = joined.hidden && touch(root).hidden;
      parents_[root] = roots.front();
    }
    return roots.front();
  }

  void merge(const Correction& correction) {
    std::vector<EntityId> roots;
    for (const std::string& name : correction.names) {
      const std::vector<EntityId> found = find(correction.type, name);
      roots.insert(roots.end(), found.begin(), found.end());
    }
    make_set(roots);
    if (!roots.empty()) {
      show(join(roots), correction.names.front());
    }
  }

  void split(const Correction& correction) {
    std::vector<NameId> parting;
    for (const std::string& name : correction.names) {
      const std::vector<NameId> found = find_names(correction.type, name);
      parting.insert(parting.end(), found.begin(), found.end());
    }
    if (parting.empty()) {
      return;
    }
    const EntityId own = id_limit();
    parents_.push_back(own);
    for (const NameId name : parting) {
      // Who is left behind is not shown by a name that has gone.
      CorrectedEntity& left = touch(root_of(entities_[name]));
      if (fold_name(left.shown) == fold_name(names_.text(name))) {
        left.shown.clear();
      }
      entities_[name] = own;
    }
    // As the archive spells it: no other entity is shown so.
    CorrectedEntity& parted = touch(own);
    parted.type = correction.type;
    parted.shown = names_.text(parting.front());
  }

  void retype(const Correction& correction) {
    const std::string& name = correction.names.front();
    for (const EntityId root : find(correction.type, name)) {
      if (correction.new_type == correction.type) {
        return;
      }
      std::vector<EntityId> roots = find(correction.new_type, name);
      touch(root).type = correction.new_type;
      if (roots.empty()) {
        show(root, name);
      } else {
        roots.push_back(root);
        join(roots);
      }
    }
  }

  void hide(const Correction& correction) {
    for (const EntityId root : find(correction.type, correction.names.front())) {
      touch(root).hidden = true;
    }
  }

  // ---- The end ----

  void settle() {
    std::vector<bool> is_corrected(id_limit());
    for (const auto& entry : corrected_) {
      is_corrected[entry.first] = true;
    }
    for (NameId name = 0; name < names_.size(); ++name) {
      entities_[name] = root_of(entities_[name]);
      if (is_corrected[entities_[name]]) {
        corrected_[entities_[name]].names.push_back(name);
      }
    }
    std::erase_if(corrected_, [](const auto& entry) { return entry.second.names.empty(); });
    for (auto& [entity, kept] : corrected_) {
      if (kept.shown.empty()) {
        kept.shown = names_.text(first_left(entity));
      }
    }
  }

  /// The name to show of an entity that no correction shows by another: the first of those the
  /// indexer gave it, in its order, that are still there.
  NameId first_left(EntityId entity) const {
    const std::vector<NameId> names = names_.names_of(entity);
    const auto left =
        std::ranges::find_if(names, [&](NameId name) { return entities_[name] == entity; });
    return left != names.end() ? *left : corrected_.at(entity).names.front();
  }

  const NameDictionary& names_;
  std::vector<EntityId> entities_;  // of a name
  std::unordered_map<EntityId, CorrectedEntity> corrected_;
  std::unordered_map<std::string_view, Meanings> exact_;
  std::unordered_map<std::string, Meanings> folded_;
  std::vector<EntityId> parents_;  // of an entity; a root is its own
};

/// Whether each word of `wanted` is a word of `words`; both are folded names.
bool has_words(std::string_view words, std::string_view wanted) {
  const std::string padded = " " + std::string(words) + " ";
  while (!wanted.empty()) {
    const std::string_view word = wanted.substr(0, wanted.find(' '));
    if (padded.find(" " + std::string(word) + " ") == std::string::npos) {
      return false;
    }
    wanted.remove_prefix(std::min(word.size() + 1, wanted.size()));
  }
  return true;
}

}  // namespace

EntityMap::EntityMap(NameDictionary names, std::unordered_map<EntityId, CorrectedEntity> entities,
                     DisputedNames disputed)
    : names_(std::move(names)),
      corrected_(std::move(entities)),
      disputed_(std::move(disputed)),
      id_limit_(static_cast<EntityId>(names_.size())) {
  entities_.reserve(names_.size());
  for (NameId name = 0; name < names_.size(); ++name) {
    entities_.push_back(names_.entity(name));
  }
  for (const auto& [entity, corrected] : corrected_) {
    for (const NameId name : corrected.names) {
      entities_[name] = entity;
    }
    id_limit_ = std::max(id_limit_, entity + 1);
  }
}

EntityMap::EntityMap(NameDictionary names, std::span<const Correction> corrections)
    : EntityMap(std::move(names), {}, {}) {
  if (!corrections.empty()) {
    CorrectionRun run(names_, std::move(entities_), corrections);
    entities_ = run.take_entities();
    corrected_ = run.take_corrected();
    id_limit_ = run.id_limit();
  }
}

const CorrectedEntity* EntityMap::find_corrected(EntityId entity) const {
  const auto found = corrected_.find(entity);
  return found == corrected_.end() ? nullptr : &found->second;
}

NameType EntityMap::type(EntityId entity) const {
  const CorrectedEntity* const corrected = find_corrected(entity);
  return corrected != nullptr ? corrected->type : names_.type(entity);
}

std::string_view EntityMap::shown(EntityId entity) const {
  const CorrectedEntity* const corrected = find_corrected(entity);
  return corrected != nullptr ? std::string_view(corrected->shown) : names_.text(entity);
}

bool EntityMap::is_hidden(EntityId entity) const {
  const CorrectedEntity* const corrected = find_corrected(entity);
  return corrected != nullptr && corrected->hidden;
}

std::vector<NameId> EntityMap::names_of(EntityId entity) const {
  const CorrectedEntity* const corrected = find_corrected(entity);
  return corrected != nullptr ? corrected->names : names_.names_of(entity);
}

template <typename Predicate>
std::vector<EntityId> EntityMap::entities_where(NameType type, Predicate predicate) const {
  std::vector<EntityId> found;
  for (NameId name = 0; name < names_.size(); ++name) {
    if (predicate(names_.text(name))) {
      found.push_back(entities_[name]);
    }
  }
  for (const auto& [entity, corrected] : corrected_) {
    if (predicate(std::string_view(corrected.shown))) {
      found.push_back(entity);
    }
  }
  std::erase_if(found, [this, type](EntityId entity) {
    return this->type(entity) != type || is_hidden(entity);
  });
  make_set(found);
  return found;
}

std::vector<EntityId> EntityMap::find_entities(NameType type, std::string_view value) const {
  std::vector<EntityId> found =
      entities_where(type, [value](std::string_view name) { return name == value; });
  const auto shown =
      std::ranges::find(found, value, [this](EntityId id) { return this->shown(id); });
  if (shown != found.end()) {
    return {*shown};
  }
  const std::string folded = fold_name(value);
  if (!found.empty() || folded.empty()) {
    return found;
  }
  found =
      entities_where(type, [&folded](std::string_view name) { return fold_name(name) == folded; });
  if (found.empty()) {
    found = entities_where(
        type, [&folded](std::string_view name) { return has_words(fold_name(name), folded); });
  }
  return found;
}

}  // namespace dateline

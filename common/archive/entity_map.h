// The entities of an archive as people see them: the groups the indexer found, and over them what
// the user has corrected.
//
// Corrections are applied in the order of their file, each to what those before have made:
//
// - a name means the entity that has a name of just these letters, or is shown by them; else those
//   that have one when folded (case, accents, hyphens and dots aside). So an entity that was
//   renamed is known by its new name and by all that articles use.
// - Merge makes one entity of all it names, shown by the first name as it is written. When one of
//   them is no entity of the archive, it is still shown so. It is hidden when all of them are.
// - Split takes names out of their entities and makes one of them, not hidden, shown by the first.
// - Retype moves an entity to another type, where it joins the one that has the name written here;
//   that one stays shown as it is.
//
// No two entities of a type are shown by one name, so a value of a facet is always a filter too.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/corrections.h"
#include "common/archive/name_dictionary.h"
#include "common/name.h"

namespace dateline {

/// The number of an entity: of use with the map it comes from and no other.
using EntityId = std::uint32_t;

/// An entity that corrections have touched.
struct CorrectedEntity {
  NameType type = NameType::Person;
  bool hidden = false;
  std::string shown;
  std::vector<NameId> names;  ///< ascending
};

/// Names that several archives do not agree about: in the one "Johnson" is Boris Johnson, in the
/// other Mike Johnson. Each of these entities has a name of its own for it, and here stands in
/// which of the archives that name is the entity's, by what tells the archives apart.
using DisputedNames = std::unordered_map<NameId, std::vector<std::string>>;

/// Names and entities, corrected. A plain value; may be shared between threads that only read.
class EntityMap {
 public:
  EntityMap() = default;

  /// Linear in the number of names and the length of the corrections.
  explicit EntityMap(NameDictionary names, std::span<const Correction> corrections = {});

  /// Entities as the dictionary has them, but for those of `entities`, each by the number it gets;
  /// no name of theirs is in a group of the dictionary.
  EntityMap(NameDictionary names, std::unordered_map<EntityId, CorrectedEntity> entities,
            DisputedNames disputed);

  /// All names. Their types are those of their terms, whatever is corrected.
  const NameDictionary& names() const { return names_; }

  /// All entity numbers are below.
  EntityId id_limit() const { return id_limit_; }

  EntityId entity(NameId name) const { return entities_[name]; }

  /// The archives in which the name is its entity's, when that is not so in all; else nothing.
  const std::vector<std::string>* find_archives(NameId name) const {
    const auto found = disputed_.find(name);
    return found == disputed_.end() ? nullptr : &found->second;
  }

  NameType type(EntityId entity) const;
  std::string_view shown(EntityId entity) const;
  bool is_hidden(EntityId entity) const;

  /// All names of an entity, in no order that matters.
  std::vector<NameId> names_of(EntityId entity) const;

  /// The entities of this type, hidden ones left out, that `value` names: the one shown by it,
  /// else those with a name that is the same, else when folded alike, else those with a name that
  /// has all its words. In order of their numbers; linear in the number of names.
  std::vector<EntityId> find_entities(NameType type, std::string_view value) const;

 private:
  template <typename Predicate>
  std::vector<EntityId> entities_where(NameType type, Predicate predicate) const;
  const CorrectedEntity* find_corrected(EntityId entity) const;

  NameDictionary names_;
  std::vector<EntityId> entities_;  // by name
  std::unordered_map<EntityId, CorrectedEntity> corrected_;
  DisputedNames disputed_;
  EntityId id_limit_ = 0;
};

}  // namespace dateline

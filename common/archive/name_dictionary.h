// The dictionary: the names of an archive, and which of them are one entity.
//
// Names are numbered from 0 in the order in which they first came. Their file only grows, a line a
// name ("person<TAB>Assimi Goïta"), and is synced before Xapian commits a number of it, so every
// number in the archive has its name; a last line cut short by a crash is no name. What names
// are one entity is told by a second file, settled at the end of every update: a line an entity of
// more than one name, their numbers with the name to show first. A name that is in no line is an
// entity of its own. Joining and parting entities never touches an article.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

using NameId = std::uint32_t;

/// The names and entities of an archive, as its files hold them. A plain value; may be shared
/// between threads that only read.
class NameDictionary {
 public:
  NameDictionary() = default;

  /// Reads both files; one that is missing is empty. A reader opens the database before, so that
  /// every number in it is known here. Throws Error(Damaged) naming the line that cannot be
  /// understood.
  static NameDictionary read(const std::filesystem::path& names_file,
                             const std::filesystem::path& entities_file);

  std::size_t size() const { return types_.size(); }
  NameType type(NameId id) const { return types_[id]; }
  std::string_view text(NameId id) const;

  /// The number of the name shown for the entity that this name belongs to.
  NameId entity(NameId id) const { return entities_[id]; }

  /// All names of an entity, the shown one first.
  std::vector<NameId> names_of(NameId entity) const;

  /// The entities of this type that `value` names: exactly, else when folded alike, else those
  /// with a name that has all its words. In order of their numbers; linear in the number of names.
  std::vector<NameId> find_entities(NameType type, std::string_view value) const;

  /// Adds a name that is not in the dictionary yet, as an entity of its own.
  NameId add(const Name& name);

  /// Makes names one entity, the first the one to show; they are entities of their own so far.
  void join(std::vector<NameId> names);

 private:
  template <typename Predicate>
  std::vector<NameId> entities_where(NameType type, Predicate predicate) const;

  std::string texts_;              // all names, one after the other
  std::vector<std::size_t> ends_;  // where each ends in texts_
  std::vector<NameType> types_;
  std::vector<NameId> entities_;
  std::map<NameId, std::vector<NameId>> groups_;  // of entities with more than one name
};

/// The line that a name has in its file.
std::string to_line(const Name& name);

/// The text of the file that tells what names are one entity, each group with the shown one first.
std::string to_text(std::span<const std::vector<NameId>> groups);

/// The ids of an article's names, as its slot holds them: ascending, each as the difference to the
/// one before, in 7-bit groups, least significant first.
std::string pack_name_ids(std::span<const NameId> ids);

/// Adds the ids that `packed` holds to `ids`; false when the bytes are no such list.
bool unpack_name_ids(std::string_view packed, std::vector<NameId>& ids);

}  // namespace dateline

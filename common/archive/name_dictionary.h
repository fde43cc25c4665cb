// The dictionary: the names of an archive, and which of them are one entity.
//
// Names are numbered from 0 in the order in which they first came. Their file only grows, a line a
// name ("person<TAB>Assimi Goïta"), and is synced before Xapian commits a number of it, so every
// number in the archive has its name; a last line cut short by a crash is no name. What names
// are one entity is told by a second file, settled at the end of every update: a line an entity of
// more than one name, their numbers with the name to show first. A name that is in no line is an
// entity of its own, and a line that begins with "#" is a comment; the last one may be a digest of
// all before. Joining and parting entities never touches an article.
#pragma once

#include <cstdint>
#include <filesystem>
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

  std::size_t size() const { return entities_.size(); }
  NameType type(NameId id) const { return places_[id].type; }
  std::string_view text(NameId id) const {
    return std::string_view(texts_).substr(places_[id].begin, places_[id].bytes);
  }

  /// The number of the name shown for the entity that this name belongs to.
  NameId entity(NameId id) const { return entities_[id]; }

  /// All names of an entity, the shown one first.
  std::vector<NameId> names_of(NameId entity) const;

  /// Adds a name that is not in the dictionary yet, as an entity of its own.
  NameId add(const Name& name);

  /// Makes names one entity, the first the one to show. False, with nothing done, when one of them
  /// is not an entity of its own so far, or stands there twice.
  bool join(const std::vector<NameId>& names);

 private:
  struct Place {
    std::size_t begin = 0;
    std::uint32_t bytes = 0;
    NameType type = NameType::Person;
  };

  std::string texts_;  // the file of names as it was read, then what was added
  std::vector<Place> places_;
  std::vector<NameId> entities_;
  std::vector<NameId> next_;  // of the same entity, in the order of its line and round again
};

/// The line that a name has in its file.
std::string to_line(const Name& name);

/// The text of the file that tells what names are one entity, each group with the shown one first.
/// It begins with a comment and ends in a digest.
std::string to_text(std::span<const std::vector<NameId>> groups, std::string_view comment);

/// The ids of an article's names, as its slot holds them: ascending, each as the difference to the
/// one before, in 7-bit groups, least significant first.
std::string pack_name_ids(std::span<const NameId> ids);

/// Adds the ids that `packed` holds to `ids`; false when the bytes are no such list.
bool unpack_name_ids(std::string_view packed, std::vector<NameId>& ids);

}  // namespace dateline

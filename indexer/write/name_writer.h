// Numbers the names of an archive, and keeps the dictionary's files ahead of the database.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/archive/layout.h"
#include "common/archive/name_dictionary.h"
#include "common/name.h"

namespace dateline {

class NameWriter {
 public:
  /// Reads the dictionary that is there.
  explicit NameWriter(const ArchiveLayout& layout);

  /// The numbers of these names, ascending; names not known yet get new ones.
  std::vector<NameId> ids_of(std::span<const Name> names);

  /// Writes the new names to their file, synced. To be called before the database commits a
  /// document that has them. Throws Error when the disk does not take it.
  void save_names();

  /// Writes which names are one entity, where that is not what the file says already.
  void save_entities(std::span<const std::vector<NameId>> groups);

  const NameDictionary& dictionary() const { return dictionary_; }

 private:
  ArchiveLayout layout_;
  NameDictionary dictionary_;
  std::unordered_map<std::string, NameId> ids_;  // by their lines in the file
  std::uint64_t saved_bytes_ = 0;
  std::string unsaved_;
};

}  // namespace dateline

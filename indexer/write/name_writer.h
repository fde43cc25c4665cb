// Numbers the names of an archive, and keeps the dictionary's files ahead of the database.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "common/archive/name_dictionary.h"
#include "common/name.h"
#include "indexer/flat_index.h"

namespace dateline {

class NameWriter {
 public:
  /// An empty dictionary, of no generation yet.
  NameWriter() = default;

  /// Reads the dictionary that is there.
  explicit NameWriter(const Generation& generation);

  /// The numbers of these names, ascending; names not known yet get new ones.
  std::vector<NameId> ids_of(std::span<const Name> names);

  /// The number of a name; empty for one that is not known.
  std::optional<NameId> find(NameType type, std::string_view text) const;

  /// Writes the new names to their file, synced. To be called before the database commits a
  /// document that has them. Throws Error when the disk does not take it.
  void save_names();

  /// Writes all names to another generation, synced, and goes on there.
  void save_to(const Generation& generation);

  /// What the groups in the file were made from and by, as `save_entities` was told; empty when
  /// there are none.
  std::string entities_origin() const;

  /// Writes which names are one entity, and what that was made from and by: one line.
  void save_entities(std::span<const std::vector<NameId>> groups, std::string_view origin);

  const NameDictionary& dictionary() const { return dictionary_; }

 private:
  Generation generation_;
  NameDictionary dictionary_;
  FlatIndex ids_;  // by type and text
  std::uint64_t saved_bytes_ = 0;
  std::string unsaved_;
};

}  // namespace dateline

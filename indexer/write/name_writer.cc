// The dictionary in memory, and its two files.
#include "indexer/write/name_writer.h"

#include <algorithm>

namespace dateline {

NameWriter::NameWriter(const ArchiveLayout& layout)
    : layout_(layout), dictionary_(NameDictionary::read(layout.names(), layout.entities())) {
  for (NameId id = 0; id < dictionary_.size(); ++id) {
    std::string line = to_line({dictionary_.type(id), std::string(dictionary_.text(id))});
    saved_bytes_ += line.size();
    ids_.emplace(std::move(line), id);
  }
}

std::vector<NameId> NameWriter::ids_of(std::span<const Name> names) {
  std::vector<NameId> ids;
  for (const Name& name : names) {
    const std::string line = to_line(name);
    const auto [place, is_new] = ids_.try_emplace(line, static_cast<NameId>(dictionary_.size()));
    if (is_new) {
      dictionary_.add(name);
      unsaved_ += line;
    }
    ids.push_back(place->second);
  }
  std::ranges::sort(ids);
  return ids;
}

void NameWriter::save_names() {
  if (!unsaved_.empty()) {
    append_to_file(layout_.names(), saved_bytes_, unsaved_);
    saved_bytes_ += unsaved_.size();
    unsaved_.clear();
  }
}

void NameWriter::save_entities(std::span<const std::vector<NameId>> groups) {
  const std::string text = to_text(groups);
  if (read_whole_file(layout_.entities()) != text) {
    write_file_atomically(layout_.entities(), text);
  }
}

}  // namespace dateline

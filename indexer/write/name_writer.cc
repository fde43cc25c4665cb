// The dictionary in memory, and its two files.
#include "indexer/write/name_writer.h"

#include <algorithm>
#include <fstream>

namespace dateline {

namespace {

constexpr std::string_view origin_mark = "# ";

std::size_t hash_of_name(NameType type, std::string_view text) {
  constexpr std::size_t far_apart = 0x9E3779B97F4A7C15;
  return hash_of(text) + static_cast<std::size_t>(type) * far_apart;
}

}  // namespace

NameWriter::NameWriter(const Generation& generation)
    : generation_(generation),
      dictionary_(NameDictionary::read(generation.names(), generation.entities())) {
  ids_.reserve(dictionary_.size());
  for (NameId id = 0; id < dictionary_.size(); ++id) {
    const NameType type = dictionary_.type(id);
    const std::string_view text = dictionary_.text(id);
    ids_.add(hash_of_name(type, text), id);
    saved_bytes_ += to_string(type).size() + 1 + text.size() + 1;
  }
}

std::optional<NameId> NameWriter::find(NameType type, std::string_view text) const {
  return ids_.find(hash_of_name(type, text), [&](NameId id) {
    return dictionary_.type(id) == type && dictionary_.text(id) == text;
  });
}

std::vector<NameId> NameWriter::ids_of(std::span<const Name> names) {
  std::vector<NameId> ids;
  for (const Name& name : names) {
    std::optional<NameId> id = find(name.type, name.text);
    if (!id) {
      id = dictionary_.add(name);
      ids_.add(hash_of_name(name.type, name.text), *id);
      unsaved_ += to_line(name);
    }
    ids.push_back(*id);
  }
  std::ranges::sort(ids);
  return ids;
}

void NameWriter::save_names() {
  if (!unsaved_.empty()) {
    append_to_file(generation_.names(), saved_bytes_, unsaved_);
    saved_bytes_ += unsaved_.size();
    unsaved_.clear();
  }
}

void NameWriter::save_to(const Generation& generation) {
  std::string names;
  for (NameId id = 0; id < dictionary_.size(); ++id) {
    names += to_line({dictionary_.type(id), std::string(dictionary_.text(id))});
  }
  write_file_atomically(generation.names(), names);
  saved_bytes_ = names.size();
  unsaved_.clear();
  generation_ = generation;
}

std::string NameWriter::entities_origin() const {
  std::ifstream file(generation_.entities(), std::ios::binary);
  std::string line;
  std::getline(file, line);
  return line.starts_with(origin_mark) ? line.substr(origin_mark.size()) : std::string();
}

void NameWriter::save_entities(std::span<const std::vector<NameId>> groups,
                               std::string_view origin) {
  write_file_atomically(generation_.entities(), to_text(groups, origin));
}

}  // namespace dateline

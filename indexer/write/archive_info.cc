// Counting through an archive by its terms and slots, without opening an article.
#include "indexer/write/archive_info.h"

#include <xapian.h>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "common/archive/database_error.h"
#include "common/archive/entity_map.h"
#include "common/archive/slot_codec.h"
#include "common/error.h"
#include "common/field.h"

namespace dateline {

namespace {

std::uint64_t bytes_below(const std::filesystem::path& folder) {
  std::uint64_t total = 0;
  std::error_code failure;
  const std::filesystem::recursive_directory_iterator end;
  for (std::filesystem::recursive_directory_iterator it(folder, failure); !failure && it != end;
       it.increment(failure)) {
    std::error_code vanished;
    const std::uintmax_t bytes = it->is_regular_file(vanished) ? it->file_size(vanished) : 0;
    total += vanished ? 0 : bytes;
  }
  return total;
}

void count_languages(const Xapian::Database& database, ArchiveInfo& info) {
  const std::string prefix(find_field("language")->prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    info.languages[(*term).substr(prefix.size())] = term.get_termfreq();
  }
}

void count_text(const Xapian::Database& database, ArchiveInfo& info) {
  const auto slot = static_cast<Xapian::valueno>(Slot::TextBytes);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    const std::string packed = *value;
    std::string_view bytes = packed;
    info.text_bytes += take_number(bytes).value_or(0);
  }
}

/// Entities that an article names, as they are corrected; the dictionary keeps those of removed
/// articles too.
void count_entities(const Xapian::Database& database, const EntityMap& entities,
                    ArchiveInfo& info) {
  std::vector<bool> is_counted(entities.id_limit());
  std::vector<NameId> ids;
  const auto slot = static_cast<Xapian::valueno>(Slot::Names);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    ids.clear();
    unpack_name_ids(*value, ids);
    for (const NameId id : ids) {
      if (id >= entities.names().size()) {
        continue;
      }
      const EntityId entity = entities.entity(id);
      if (!is_counted[entity] && !entities.is_hidden(entity)) {
        is_counted[entity] = true;
        ++info.entities.at(static_cast<std::size_t>(entities.type(entity)));
      }
    }
  }
}

}  // namespace

ArchiveInfo read_archive_info(const ArchiveLayout& layout) {
  if (!archive_exists(layout)) {
    throw_no_archive(layout);
  }
  const auto count = [&layout](const Manifest& manifest) {
    const Generation generation = layout.generation(manifest.generation);
    ArchiveInfo counted;
    counted.manifest = manifest;
    counted.folder = layout.folder.string();
    counted.database = generation.database().string();
    counted.archive_bytes = bytes_below(layout.folder);
    const Xapian::Database database(counted.database);
    counted.articles = database.get_doccount();
    count_languages(database, counted);
    count_text(database, counted);
    const Corrections corrections = read_corrections(layout.corrections());
    const EntityMap entities(NameDictionary::read(generation.names(), generation.entities()),
                             corrections.lines);
    count_entities(database, entities, counted);
    require_same_generation(layout, manifest);
    return counted;
  };
  return read_archive(layout, count);
}

}  // namespace dateline

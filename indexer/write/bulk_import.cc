// The new part, the kept part, and both as one.
#include "indexer/write/bulk_import.h"

#include <string>
#include <utility>

#include "common/error.h"
#include "indexer/write/generations.h"

namespace dateline {

BulkImport::BulkImport(const Generation& target, std::uint32_t last_document,
                       std::size_t memory_bytes)
    : target_(target), new_part_(target.folder / "new"), last_document_(last_document) {
  std::filesystem::create_directory(new_part_);
  builder_ = std::make_unique<DatabaseBuilder>(new_part_, memory_bytes);
}

void BulkImport::finish(const Xapian::Database& base, const std::filesystem::path& base_folder,
                        unsigned threads) {
  std::vector<std::filesystem::path> parts;
  if (base.get_doccount() > dropped_.size()) {
    parts.push_back(kept_part(base_folder));
  }
  if (builder_->documents() > 0) {
    builder_->finish(threads);
    parts.push_back(new_part_);
  }
  // What was gathered is not needed any more, and joining needs memory too.
  builder_.reset();
  if (parts.empty()) {
    Xapian::WritableDatabase(target_.database().string(), Xapian::DB_CREATE).close();
  } else if (parts.front() == new_part_) {
    std::filesystem::rename(new_part_, target_.database());
  } else {
    join_databases(parts, target_.database());
  }
  std::filesystem::remove_all(new_part_);
  std::filesystem::remove_all(target_.folder / "kept");
}

/// The database that is there, or a copy of it without the documents that were dropped.
std::filesystem::path BulkImport::kept_part(const std::filesystem::path& base_folder) const {
  if (dropped_.empty()) {
    return base_folder;
  }
  std::filesystem::path copy = target_.folder / "kept";
  join_databases(std::vector{base_folder}, copy);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN);
  for (const std::uint32_t document : dropped_) {
    database.delete_document(document);
  }
  database.commit();
  database.close();
  return copy;
}

bool can_import_in_bulk(const std::filesystem::path& scratch) {
  constexpr std::size_t little_memory = std::size_t{1} << 20;
  BatchEncoder encoder;
  TermList terms;
  const std::vector<std::uint32_t> positions = {1, 3};
  terms.add("term", 2, positions);
  encoder.add(1, terms, "data", {"value"});
  DatabaseBuilder builder(scratch, little_memory);
  builder.add(encoder.finish());
  builder.finish(1);
  try {
    const Xapian::Database database(scratch.string());
    return database.get_doccount() == 1 && database.get_document(1).get_data() == "data" &&
           database.get_collection_freq("term") == 2;
  } catch (const Xapian::Error&) {
    return false;
  }
}

}  // namespace dateline

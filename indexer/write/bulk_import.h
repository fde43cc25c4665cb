// Large changes: a new database written front to back, joined with the one that is there.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "common/archive/layout.h"
#include "indexer/bulk/database_builder.h"

namespace dateline {

/// Builds the database of a new generation. What was there is only read. For one thread.
class BulkImport {
 public:
  /// `target` is the folder of the new generation. Documents are numbered behind `last_document`.
  BulkImport(const Generation& target, std::uint32_t last_document, std::size_t memory_bytes);

  /// The number of the next new document.
  std::uint32_t next_document() { return ++last_document_; }

  /// Adds documents, numbered in this order, behind all others.
  void add(EncodedBatch batch) { builder_->add(std::move(batch)); }

  /// Leaves out a document of the database that is there.
  void drop(std::uint32_t document) { dropped_.push_back(document); }

  /// Whether there is nothing to do.
  bool is_empty() const { return builder_->documents() == 0 && dropped_.empty(); }

  /// Writes the database, with what is kept of `base` where that has documents. Throws Error and
  /// Xapian::Error.
  void finish(const Xapian::Database& base, const std::filesystem::path& base_folder,
              unsigned threads);

 private:
  std::filesystem::path kept_part(const std::filesystem::path& base_folder) const;

  Generation target_;
  std::filesystem::path new_part_;
  std::uint32_t last_document_;
  std::unique_ptr<DatabaseBuilder> builder_;
  std::vector<std::uint32_t> dropped_;
};

/// Whether this Xapian reads and writes the format that a bulk import writes: a database of one
/// document is made in `scratch`, a folder that is there and empty, and tried.
bool can_import_in_bulk(const std::filesystem::path& scratch);

}  // namespace dateline

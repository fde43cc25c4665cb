// A new Xapian database, written front to back: several times as fast as document by document.
//
// Xapian's own way keeps the postings of new documents in trees of trees, and changes its tables
// in many places at each commit. Here documents come in order, batch by batch, each encoded apart
// (batch_encoder.h). What stands in the order of documents, their data and their term lists, is
// written to its table at once. What stands in the order of terms is kept as a sorted run of each
// batch, in memory or beyond it on disk, and merged at the end: once into the postlist table, and
// once, at the same time, into the position table. The version file comes last and makes it a
// database. glass/table_writer.h tells what a table is, glass/document_lists.h what stands in the
// postlist table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/batch_encoder.h"
#include "indexer/bulk/spill.h"
#include "indexer/glass/document_lists.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/version_file.h"

namespace dateline {

/// Builds one database. For one thread, but for what `finish` starts. Throws Error when the disk
/// does not take it: there is then no database.
class DatabaseBuilder {
 public:
  /// `folder` is there and empty. `memory_bytes` are for what is gathered; more goes to disk.
  DatabaseBuilder(const std::filesystem::path& folder, std::size_t memory_bytes);

  /// Adds a batch of documents behind all others.
  void add(EncodedBatch batch);

  std::size_t documents() const { return statistics_.documents; }

  /// Writes the rest and makes it last; at least one document was added. With more than one thread
  /// tables are written side by side.
  void finish(unsigned threads);

 private:
  struct SpilledEntry {
    std::string key;
    std::size_t piece;
  };

  void add_document(const EncodedDocument& document);
  void add_values(const EncodedDocument& document);
  std::vector<std::string_view> runs() const;
  glass::TableRoot write_postlist() const;
  glass::TableRoot write_positions() const;
  void add_before_terms(glass::TableWriter& table) const;

  std::filesystem::path folder_;
  Spill spill_;
  glass::TableWriter docdata_;
  glass::TableWriter termlist_;
  std::vector<std::size_t> runs_;  // pieces of the spill
  std::vector<glass::ValueListWriter> values_;
  std::vector<std::vector<SpilledEntry>> value_chunks_;  // by slot
  std::vector<SpilledEntry> length_chunks_;
  glass::TakeEntry keep_lengths_;
  glass::PostingListWriter lengths_;
  glass::DatabaseStatistics statistics_;
};

}  // namespace dateline

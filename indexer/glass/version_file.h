// The version file: what makes a folder of tables a database.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/glass/table_writer.h"

namespace dateline::glass {

/// The tables we write. Spelling and synonym tables have no entries.
struct TableRoots {
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
  TableRoot position;
};

/// Bounds and sums over all documents.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;
  std::uint64_t min_length = 0;  ///< of those that are not empty
  std::uint64_t max_length = 0;
  std::uint64_t max_wdf = 0;
  std::uint64_t total_length = 0;
};

/// Writes the version file of a database in `folder` whose tables are on disk, and makes it last:
/// from here on there is a database. Throws Error when the disk does not take it.
void write_version_file(const std::filesystem::path& folder, const TableRoots& roots,
                        const DatabaseStatistics& statistics);

}  // namespace dateline::glass

// Small changes: documents one by one through Xapian's own API, into the database that is there.
#pragma once

#include <xapian.h>

#include <cstdint>

#include "common/archive/layout.h"
#include "indexer/write/article_record.h"

namespace dateline {

/// Writes in transactions: what Xapian finds uncommitted when it is closed or destroyed it would
/// commit, be its names saved or not. For one thread. Throws Xapian::Error.
class DirectWriter {
 public:
  DirectWriter(ArchiveLayout layout, Generation generation);

  /// The same database, with what is not committed yet.
  const Xapian::Database& database() const { return database_; }

  std::uint32_t add(const ArticleRecord& record);
  void replace(std::uint32_t document, const ArticleRecord& record);
  void remove(std::uint32_t document);

  /// Throws Error before it has touched anything when the disk has too little room: a table that
  /// a full disk cut short may be damaged in ways that show much later.
  void commit();

  /// Lets go of what is not committed.
  void close();

 private:
  void require_room() const;

  ArchiveLayout layout_;
  Generation generation_;
  Xapian::WritableDatabase database_;
  std::uint64_t pending_bytes_ = 0;
};

}  // namespace dateline

// Transactions, and a look at the disk before each commit.
#include "indexer/write/direct_writer.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "indexer/write/archive_lock.h"

namespace dateline {

namespace {

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t total = 0;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    const std::uintmax_t bytes = entry.file_size(failure);
    total += failure ? 0 : bytes;
  }
  return total;
}

}  // namespace

DirectWriter::DirectWriter(ArchiveLayout layout, Generation generation)
    : layout_(std::move(layout)),
      generation_(std::move(generation)),
      database_(generation_.database().string(), Xapian::DB_OPEN) {
  database_.begin_transaction();
}

std::uint32_t DirectWriter::add(const ArticleRecord& record) {
  pending_bytes_ += record.data.size();
  return database_.add_document(to_document(record));
}

void DirectWriter::replace(std::uint32_t document, const ArticleRecord& record) {
  pending_bytes_ += record.data.size();
  database_.replace_document(document, to_document(record));
}

void DirectWriter::remove(std::uint32_t document) {
  database_.delete_document(document);
}

void DirectWriter::commit() {
  require_room();
  const CommitGate gate(layout_.commit_lock());
  const LockedFile hold = gate.hold_off_readers();
  database_.commit_transaction();
  database_.begin_transaction();
  pending_bytes_ = 0;
}

void DirectWriter::close() {
  database_.cancel_transaction();
  database_.close();
}

/// New documents take some five times their text before the tables are compacted, and blocks that
/// change are written to new places.
void DirectWriter::require_room() const {
  constexpr std::uint64_t growth = 6;
  constexpr std::uint64_t least = std::uint64_t{1} << 20;
  const std::uint64_t needed =
      least + growth * pending_bytes_ + bytes_in(generation_.database()) / 4;
  std::error_code failure;
  const auto space = std::filesystem::space(generation_.folder, failure);
  if (!failure && space.available < needed) {
    throw Error("cannot write to the archive in " + layout_.folder.string() +
                    ": no space left on device (" + std::to_string(space.available >> 20) +
                    " MiB are free, " + std::to_string((needed >> 20) + 1) + " MiB are needed)",
                "what was committed before is kept; make room on the disk, then run the command "
                "again");
  }
}

}  // namespace dateline

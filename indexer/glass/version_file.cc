// "iamglass": magic, format version, UUID, revision, a root of each table, statistics.
#include "indexer/glass/version_file.h"

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "common/archive/layout.h"
#include "indexer/glass/packing.h"

namespace dateline::glass {

namespace {

constexpr std::string_view magic = "\x0F\x0DXapian Glass";
// The date 2016-03-14: years since 2014, month and day in 7, 4 and 5 bits.
constexpr std::string_view format_version = "\x04\x6E";
constexpr std::uint64_t revision = 1;

// The size from which tags of a table may be compressed.
constexpr std::uint64_t never_compressed = 0;
constexpr std::uint64_t compressed_from = 18;

/// A random UUID (version 4 of RFC 4122).
std::string random_uuid() {
  std::random_device device;
  std::string uuid;
  while (uuid.size() < 16) {
    uuid += static_cast<char>(device() & 0xFF);
  }
  uuid[6] = static_cast<char>((static_cast<unsigned char>(uuid[6]) & 0x0FU) | 0x40U);
  uuid[8] = static_cast<char>((static_cast<unsigned char>(uuid[8]) & 0x3FU) | 0x80U);
  return uuid;
}

void append_root(std::string& out, const TableRoot& table, std::uint64_t compress_from) {
  constexpr std::uint64_t sequential = 2;
  constexpr std::uint64_t no_file = 1;
  const bool is_empty = table.blocks == 0;
  append_uint(out, table.root);
  append_uint(out, std::uint64_t{table.level} << 2 | sequential | (is_empty ? no_file : 0));
  append_uint(out, table.entries);
  append_uint(out, block_bytes >> 11);
  append_uint(out, compress_from);
  std::string free_list;
  if (!is_empty) {
    // No block is free: the next one to use is behind the last, and both cursors are at the start.
    append_uint(free_list, revision);
    append_uint(free_list, table.blocks);
    free_list.append(4, '\0');
  }
  append_string(out, free_list);
}

}  // namespace

void write_version_file(const std::filesystem::path& folder, const TableRoots& roots,
                        const DatabaseStatistics& statistics) {
  std::string content(magic);
  content += format_version;
  content += random_uuid();
  append_uint(content, revision);
  append_root(content, roots.postlist, never_compressed);
  append_root(content, roots.docdata, compressed_from);
  append_root(content, roots.termlist, compressed_from);
  append_root(content, roots.position, never_compressed);
  append_root(content, {}, compressed_from);  // spelling
  append_root(content, {}, compressed_from);  // synonym
  append_uint(content, statistics.documents);
  append_uint(content, statistics.last_document - statistics.documents);
  append_uint(content, statistics.min_length);
  append_uint(content, statistics.max_wdf);
  append_uint(content, statistics.max_length - statistics.max_wdf);
  append_uint(content, 0);  // no changesets
  append_uint(content, statistics.total_length);
  append_uint(content, 0);  // no spelling
  write_file_atomically(folder / "iamglass", content);
}

}  // namespace dateline::glass

// A table of the glass format, written front to back.
//
// A table is a file of blocks of 8 KiB that form a B-tree. Entries, a key and a tag each, come in
// the order of their keys, so every block is filled once and never looked at again:
//
//     block    revision u32 | level u8 | max free u16 | total free u16 | directory end u16
//              directory: the offset of each item, in key order, from byte 11 up
//              items, from the end of the block down
//     leaf     flags and size u16 | key length u8 | key | [component u16] | piece of the tag
//     branch   child block u32 | key length u8 | key | component u16
//
// All fixed numbers are big-endian. A leaf item's size is that of the whole less 3; its flags say
// whether it is the first and the last component of a tag that had to be divided, and whether the
// tag is compressed. The very first item of a table is a null item, `60 00 00`, which readers step
// over. Levels above the leaves are built as these fill up: a new block is entered above under the
// shortest key that parts it from the block before; the first item of every branch has no key.
// Blocks of all levels share one numbering, in the order in which they are opened, so leaves lie in
// key order with branches between, which is what the format calls sequential.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/block_file.h"

namespace dateline::glass {

inline constexpr std::size_t block_bytes = 8192;
inline constexpr std::size_t max_key_bytes = 255;

/// What the version file tells of a table.
struct TableRoot {
  std::uint32_t root = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< none: the table is empty and has no file
};

/// Whether the tag is raw deflate data. Readers ask the flag alone.
enum class TagForm { Plain, Deflated };

/// Writes one table. The first entry makes the file, so an empty table has none. Throws Error when
/// the disk does not take it; the file is then of no use.
class TableWriter {
 public:
  explicit TableWriter(std::filesystem::path file);

  /// Adds an entry behind all others: keys ascend by their bytes and have at most `max_key_bytes`.
  void add(std::string_view key, std::string_view tag, TagForm form = TagForm::Plain);

  /// Writes what is left and makes it last.
  TableRoot finish();

 private:
  struct Block {
    explicit Block(std::uint32_t block_number, std::uint8_t block_level);

    std::size_t free() const { return items_begin - directory_end; }
    void put(std::string_view item);
    const std::string& close();

    std::uint32_t number;
    std::uint8_t level;
    std::size_t directory_end;
    std::size_t items_begin = block_bytes;
    std::string bytes;
  };

  void begin();
  void put_component(std::string_view key, std::uint32_t component, std::uint32_t flags,
                     std::string_view piece);
  void enter(std::size_t level, std::string_view key, std::uint32_t component,
             std::uint32_t before);
  std::size_t first_piece_bytes(std::size_t key_bytes, std::size_t tag_bytes) const;

  BlockFile file_;
  std::vector<Block> open_;  // by level; the first is the leaf
  std::uint32_t next_block_ = 0;
  std::uint64_t entries_ = 0;
  std::string last_key_;
  std::string item_;
};

}  // namespace dateline::glass

// A file of blocks that are written almost in order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::glass {

/// Gathers blocks that follow each other into large writes; a block that comes late is put in its
/// place. Throws Error when the disk does not take it.
class BlockFile {
 public:
  explicit BlockFile(std::filesystem::path file) : path_(std::move(file)) {}
  ~BlockFile();
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;

  /// Makes the file. To be called before the first block is written.
  void create();

  /// Writes a block of `block_bytes` bytes.
  void write(std::uint32_t number, std::string_view block);

  /// Writes what is gathered, makes it last, and closes.
  void finish();

 private:
  void flush();
  void write_at(std::uint64_t offset, std::string_view bytes);
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t gathered_begin_ = 0;  // offset in the file of the first byte of gathered_
  std::string gathered_;
};

}  // namespace dateline::glass

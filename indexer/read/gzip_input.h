// The bytes of an open file, unpacked and verified where they are gzip.
//
// libarchive, which unpacks the rest, does not compare gzip's checksums, takes anything behind a
// member for the end, and drops up to a block before the place where a file is cut short.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class GzipInput {
 public:
  /// Reads from a descriptor that outlives it; it never closes it.
  explicit GzipInput(int descriptor) : descriptor_(descriptor) {}
  ~GzipInput();
  GzipInput(const GzipInput&) = delete;
  GzipInput& operator=(const GzipInput&) = delete;
  GzipInput(GzipInput&&) = delete;
  GzipInput& operator=(GzipInput&&) = delete;

  /// The next block, good until the next call; empty at the end and after an error.
  std::string_view next_block();

  /// Why no more can be read; empty as long as all is well.
  const std::string& error() const { return error_; }
  bool is_disk_error() const { return is_disk_error_; }  ///< else it is the file that is damaged

 private:
  enum class Kind { Unknown, Plain, Gzip };

  bool fill(std::size_t keep);
  void find_kind();
  bool find_member();
  std::string_view unpack();

  static constexpr std::size_t block_bytes = std::size_t{64} << 10;

  int descriptor_;
  Kind kind_ = Kind::Unknown;
  bool in_member_ = false;
  bool is_disk_error_ = false;
  bool at_end_ = false;  // of the descriptor
  std::string error_;
  std::string_view packed_;  // what is left in raw_
  z_stream stream_ = {};     // initialised when the kind is Gzip
  std::vector<char> raw_ = std::vector<char>(block_bytes);
  std::vector<char> unpacked_;  // empty unless the kind is Gzip
};

}  // namespace dateline

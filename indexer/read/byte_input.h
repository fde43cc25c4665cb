// The bytes of a file or of standard input, decompressed on the way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

/// Reads block after block; gzip and zstd are known by their first bytes, members one after the
/// other included. Holds one block; only for plain files and standard input:
/// a pipe, device or folder in the place of a file is a failure and never read.
class ByteInput {
 public:
  /// `path` is in the bytes of the file system; "-" is standard input. Never throws for what the
  /// file is like: see `failure`.
  explicit ByteInput(const std::string& path);
  ~ByteInput();
  ByteInput(ByteInput&&) noexcept;
  ByteInput& operator=(ByteInput&&) noexcept;
  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;

  /// The next block, good until the next call; empty at the end and after a failure.
  std::string_view next_block();

  /// What `next_block` will hand out next.
  std::string_view peek();

  /// How much has been read of the file as it lies on disk; its whole size at the end. 0 for
  /// standard input.
  std::uint64_t bytes_read() const;

  /// One sentence of why no more can be read and what to do; empty as long as all is well.
  const std::string& failure() const { return failure_; }

 private:
  class Stream;

  void fail(const std::string& reason);

  std::unique_ptr<Stream> stream_;  // empty when there is nothing more to read
  std::string_view peeked_;
  std::string failure_;
  std::uint64_t bytes_at_end_ = 0;
};

}  // namespace dateline

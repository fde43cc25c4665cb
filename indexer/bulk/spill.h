// What a bulk import gathers: bytes kept in memory until there are too many, then on disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Pieces of bytes, numbered in the order they came. What is beyond the memory allowed goes to a
/// file that has no name any more, so that whatever happens nothing of it stays.
class Spill {
 public:
  /// `folder` is where the file would be made, when it is needed.
  Spill(std::filesystem::path folder, std::size_t memory_bytes);
  ~Spill();
  Spill(const Spill&) = delete;
  Spill& operator=(const Spill&) = delete;

  /// Keeps a piece. Throws Error when the disk does not take it.
  std::size_t put(std::string piece);

  /// Ends the gathering: pieces can be looked at now.
  void seal();

  /// A piece, after `seal`. Safe to ask from any thread.
  std::string_view piece(std::size_t number) const;

 private:
  struct Piece {
    std::string in_memory;
    std::uint64_t offset = 0;
    std::size_t bytes = 0;  // in the file; 0 for one in memory
  };

  void write(std::string_view bytes);
  [[noreturn]] void fail() const;

  std::filesystem::path folder_;
  std::size_t memory_bytes_;
  std::size_t used_bytes_ = 0;
  std::vector<Piece> pieces_;
  int descriptor_ = -1;
  std::uint64_t file_bytes_ = 0;
  const char* mapped_ = nullptr;
};

}  // namespace dateline

// A nameless file, mapped into memory for reading.
#include "indexer/bulk/spill.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace dateline {

Spill::Spill(std::filesystem::path folder, std::size_t memory_bytes)
    : folder_(std::move(folder)), memory_bytes_(memory_bytes) {}

Spill::~Spill() {
  if (mapped_ != nullptr) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): munmap takes what mmap gave
    ::munmap(const_cast<char*>(mapped_), file_bytes_);
  }
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

std::size_t Spill::put(std::string piece) {
  if (used_bytes_ + piece.size() <= memory_bytes_ || piece.empty()) {
    piece.shrink_to_fit();
    used_bytes_ += piece.size();
    pieces_.push_back({std::move(piece), 0, 0});
  } else {
    pieces_.push_back({{}, file_bytes_, piece.size()});
    write(piece);
  }
  return pieces_.size() - 1;
}

void Spill::write(std::string_view bytes) {
  if (descriptor_ < 0) {
    std::string name = folder_ / "spill-XXXXXX";
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0 || ::unlink(name.c_str()) != 0) {
      fail();
    }
  }
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      fail();
    }
    const std::size_t done = written < 0 ? 0 : static_cast<std::size_t>(written);
    bytes.remove_prefix(done);
    file_bytes_ += done;
  }
}

void Spill::seal() {
  if (file_bytes_ == 0) {
    return;
  }
  void* const mapped = ::mmap(nullptr, file_bytes_, PROT_READ, MAP_SHARED, descriptor_, 0);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what POSIX returns for failure
  if (mapped == MAP_FAILED) {
    fail();
  }
  mapped_ = static_cast<const char*>(mapped);
}

std::string_view Spill::piece(std::size_t number) const {
  const Piece& piece = pieces_[number];
  return piece.bytes == 0 ? std::string_view(piece.in_memory)
                          : std::string_view(mapped_ + piece.offset, piece.bytes);
}

void Spill::fail() const {
  const std::string reason = std::strerror(errno);
  throw Error(
      "cannot write to " + folder_.string() + ": " + reason,
      "the archive is what it was before; make room on the disk, then run the command again");
}

}  // namespace dateline

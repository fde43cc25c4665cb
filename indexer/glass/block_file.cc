// Large writes in order, small ones out of it.
#include "indexer/glass/block_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace dateline::glass {

namespace {

constexpr std::size_t gathered_bytes = std::size_t{1} << 20;

}  // namespace

BlockFile::~BlockFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

void BlockFile::create() {
  constexpr mode_t mode = 0666;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor_ < 0) {
    fail();
  }
}

void BlockFile::write(std::uint32_t number, std::string_view block) {
  const std::uint64_t offset = std::uint64_t{number} * block.size();
  if (offset < gathered_begin_) {
    write_at(offset, block);
    return;
  }
  const std::size_t at = offset - gathered_begin_;
  if (at + block.size() > gathered_.size()) {
    gathered_.resize(at + block.size());
  }
  gathered_.replace(at, block.size(), block);
  if (gathered_.size() >= gathered_bytes) {
    flush();
  }
}

void BlockFile::finish() {
  flush();
  if (::fdatasync(descriptor_) != 0 || ::close(std::exchange(descriptor_, -1)) != 0) {
    fail();
  }
}

void BlockFile::flush() {
  write_at(gathered_begin_, gathered_);
  gathered_begin_ += gathered_.size();
  gathered_.clear();
}

void BlockFile::write_at(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno != EINTR) {
      fail();
    }
    const std::size_t done = written < 0 ? 0 : static_cast<std::size_t>(written);
    bytes.remove_prefix(done);
    offset += done;
  }
}

void BlockFile::fail() const {
  const std::string reason = std::strerror(errno);
  throw Error(
      "cannot write " + path_.string() + ": " + reason,
      "the archive is what it was before; make room on the disk, then run the command again");
}

}  // namespace dateline::glass

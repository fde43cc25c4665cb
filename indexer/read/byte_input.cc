// One file descriptor, unpacked by zlib where it is gzip, then read by libarchive as a "raw"
// archive, which knows zstd.
#include "indexer/read/byte_input.h"

#include <archive.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "indexer/read/gzip_input.h"

namespace dateline {

namespace {

std::string error_text(int error) {
  return std::generic_category().message(error);
}

/// What to do about a file that the system does not let us open.
std::string open_failure(int error) {
  const std::string what = "cannot be opened (" + error_text(error) + "): ";
  switch (error) {
    case ENOENT: return what + "it is gone; if it was moved, run again";
    case EACCES:
    case EPERM: return what + "give yourself permission to read it";
    case EMFILE:
    case ENFILE: return what + "raise the limit of open files (ulimit -n)";
    default: return what + "mend what stands in the way and run again";
  }
}

}  // namespace

class ByteInput::Stream {
 public:
  /// Takes over the descriptor, and closes it unless it is standard input.
  explicit Stream(int descriptor)
      : descriptor_(descriptor), input_(descriptor), archive_(archive_read_new()) {
    if (archive_ == nullptr) {
      throw std::bad_alloc();
    }
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_format_raw(archive_.get());
    archive_read_support_format_empty(archive_.get());
  }
  ~Stream() {
    archive_.reset();
    if (descriptor_ != STDIN_FILENO) {
      close(descriptor_);
    }
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  Stream(Stream&&) = delete;
  Stream& operator=(Stream&&) = delete;

  /// ARCHIVE_OK, ARCHIVE_EOF when there are no bytes, or an error.
  int start() {
    const int opened =
        archive_read_open(archive_.get(), this, nullptr, &Stream::read_some, nullptr);
    archive_entry* entry = nullptr;
    return opened == ARCHIVE_OK ? archive_read_next_header(archive_.get(), &entry) : opened;
  }

  /// ARCHIVE_OK and some bytes, ARCHIVE_EOF, or an error.
  int next(std::string_view& block) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(archive_.get(), &bytes, &size, &offset);
    block = {static_cast<const char*>(bytes), size};
    return result;
  }

  std::string error() const {
    if (!input_.error().empty()) {
      return input_.error();
    }
    const char* text = archive_error_string(archive_.get());
    return text != nullptr ? text : "unknown error";
  }

  std::uint64_t bytes_read() const {
    const off_t offset = descriptor_ == STDIN_FILENO ? 0 : lseek(descriptor_, 0, SEEK_CUR);
    return offset < 0 ? 0 : static_cast<std::uint64_t>(offset);
  }

  bool is_disk_error() const { return input_.is_disk_error(); }

 private:
  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };

  static la_ssize_t read_some(archive* a, void* self, const void** block) {
    GzipInput& input = static_cast<Stream*>(self)->input_;
    const std::string_view bytes = input.next_block();
    *block = bytes.data();
    if (bytes.empty() && !input.error().empty()) {
      archive_set_error(a, EIO, "%s", input.error().c_str());
      return -1;
    }
    return static_cast<la_ssize_t>(bytes.size());
  }

  int descriptor_;
  GzipInput input_;
  std::unique_ptr<archive, Free> archive_;
};

ByteInput::ByteInput(const std::string& path) {
  int descriptor = STDIN_FILENO;
  if (path != "-") {
    // O_NONBLOCK: should a pipe have taken the place of the file, opening must not wait for a
    // writer. It changes nothing for plain files.
    descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
      failure_ = open_failure(errno);
      return;
    }
  }
  stream_ = std::make_unique<Stream>(descriptor);

  struct stat status {};
  if (path != "-" && (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))) {
    failure_ = "is not a plain file: name a file or folder of articles";
    stream_.reset();
    return;
  }
  const int started = stream_->start();
  if (started == ARCHIVE_EOF) {
    stream_.reset();
  } else if (started != ARCHIVE_OK && started != ARCHIVE_WARN) {
    fail(stream_->error());
  }
}

ByteInput::~ByteInput() = default;
ByteInput::ByteInput(ByteInput&&) noexcept = default;
ByteInput& ByteInput::operator=(ByteInput&&) noexcept = default;

void ByteInput::fail(const std::string& reason) {
  failure_ = stream_->is_disk_error()
                 ? "cannot be read to its end (" + reason + "): check the disk it lies on"
                 : "cannot be unpacked to its end (" + reason +
                       "): it is damaged, fetch or compress it again";
  stream_.reset();
}

std::uint64_t ByteInput::bytes_read() const {
  return stream_ ? stream_->bytes_read() : bytes_at_end_;
}

std::string_view ByteInput::next_block() {
  const std::string_view block = peek();
  peeked_ = {};
  return block;
}

std::string_view ByteInput::peek() {
  while (peeked_.empty() && stream_) {
    const int result = stream_->next(peeked_);
    if (result == ARCHIVE_EOF) {
      peeked_ = {};
      bytes_at_end_ = stream_->bytes_read();
      stream_.reset();
    } else if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      peeked_ = {};
      fail(stream_->error());
    }
  }
  return peeked_;
}

}  // namespace dateline

// Writes to a descriptor through a buffer that throws, and renames a finished file into place.
#include "common/cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <streambuf>
#include <string>
#include <system_error>
#include <utility>

#include "common/error.h"

namespace dateline {

namespace {

std::string reason(int error_number) {
  return std::generic_category().message(error_number);
}

[[noreturn]] void throw_cannot_write(const std::string& name, int error_number) {
  throw Error("cannot write " + name + ": " + reason(error_number),
              error_number == ENOSPC ? "make room on the disk, or write elsewhere"
                                     : "choose another place with -o FILE");
}

/// The file a chain of symbolic links ends at; the path itself where there is none.
std::filesystem::path follow_links(const std::filesystem::path& file) {
  std::error_code problem;
  const std::filesystem::path target = std::filesystem::weakly_canonical(file, problem);
  return problem ? file : target;
}

bool is_special(const std::filesystem::path& file) {
  std::error_code problem;
  const auto type = std::filesystem::status(file, problem).type();
  return type != std::filesystem::file_type::regular &&
         type != std::filesystem::file_type::not_found && type != std::filesystem::file_type::none;
}

/// The permissions the file has, or those a new file gets.
mode_t permissions_of(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) == 0) {
    return status.st_mode & 0777U;
  }
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

}  // namespace

class Output::Buffer : public std::streambuf {
 public:
  Buffer(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  ~Buffer() override {
    if (descriptor_ > STDERR_FILENO) {
      ::close(descriptor_);
    }
  }

  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  int descriptor() const { return descriptor_; }
  const std::string& name() const { return name_; }

  /// Network disks tell of a failed write only here.
  void close() {
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) {
      throw_cannot_write(name_, errno);
    }
  }

 protected:
  int_type overflow(int_type next) override {
    write_all();
    if (!traits_type::eq_int_type(next, traits_type::eof())) {
      sputc(traits_type::to_char_type(next));
    }
    return traits_type::not_eof(next);
  }

  int sync() override {
    write_all();
    return 0;
  }

 private:
  void write_all() {
    const char* from = pbase();
    while (from < pptr()) {
      const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (written >= 0) {
        from += written;
      } else if (errno == EPIPE) {
        throw ClosedPipe{};
      } else if (errno != EINTR) {
        throw_cannot_write(name_, errno);
      }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  int descriptor_;
  std::string name_;
  std::array<char, 65536> bytes_{};
};

Output::Output(const std::filesystem::path& file) : stream_(nullptr) {
  int descriptor = STDOUT_FILENO;
  std::string name = "standard output";
  if (!file.empty() && file != "-") {
    file_ = follow_links(file);
    name = file.string();
    if (is_special(file_)) {
      descriptor = open(file_.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
      std::string pattern = file_.string() + ".XXXXXX";
      descriptor = mkostemp(pattern.data(), O_CLOEXEC);
      temporary_ = pattern;
    }
    if (descriptor < 0) {
      throw_cannot_write(name, errno);
    }
  }
  buffer_ = std::make_unique<Buffer>(descriptor, name);
  stream_.rdbuf(buffer_.get());
  stream_.exceptions(std::ios::badbit);  // lets the exceptions of the buffer through
}

Output::~Output() {
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
  }
}

bool Output::is_terminal() const {
  return isatty(buffer_->descriptor()) == 1;
}

void Output::commit() {
  stream_.flush();
  if (temporary_.empty()) {
    return;
  }
  if (fchmod(buffer_->descriptor(), permissions_of(file_)) != 0) {
    throw_cannot_write(buffer_->name(), errno);
  }
  buffer_->close();
  if (rename(temporary_.c_str(), file_.c_str()) != 0) {
    throw_cannot_write(buffer_->name(), errno);
  }
  temporary_.clear();
}

}  // namespace dateline

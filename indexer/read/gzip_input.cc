// zlib, member after member.
#include "indexer/read/gzip_input.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>
#include <utility>

namespace dateline {

namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B";

}  // namespace

GzipInput::~GzipInput() {
  if (kind_ == Kind::Gzip) {
    inflateEnd(&stream_);
  }
}

std::string_view GzipInput::next_block() {
  if (!error_.empty()) {
    return {};
  }
  if (kind_ == Kind::Unknown) {
    find_kind();
  }
  if (kind_ == Kind::Gzip) {
    return unpack();
  }
  if (packed_.empty()) {
    fill(0);
  }
  return std::exchange(packed_, {});
}

/// Reads more behind the `keep` bytes that are still packed_; false at the end and after an error.
bool GzipInput::fill(std::size_t keep) {
  std::ranges::copy(packed_, raw_.begin());
  const ssize_t size = at_end_ ? 0 : read(descriptor_, raw_.data() + keep, raw_.size() - keep);
  // Whoever asks again after the end must not wait again. A signal that asks the program to stop
  // ends a wait for input, and the input with it.
  at_end_ = size <= 0;
  if (size < 0 && errno != EINTR) {
    error_ = std::generic_category().message(errno);
    is_disk_error_ = true;
  }
  packed_ = {raw_.data(), keep + static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
  return size > 0;
}

void GzipInput::find_kind() {
  // A pipe may hand out less than the two bytes that decide.
  while (packed_.size() < gzip_magic.size() && fill(packed_.size())) {
  }
  kind_ = Kind::Plain;
  if (packed_.starts_with(gzip_magic)) {
    constexpr int with_gzip_header = 16;
    if (inflateInit2(&stream_, MAX_WBITS + with_gzip_header) != Z_OK) {
      throw std::bad_alloc();
    }
    unpacked_.resize(block_bytes);
    kind_ = Kind::Gzip;
    in_member_ = true;
  }
}

/// Goes behind the end of a member to the next, over the zeros that fill up tapes; false at the
/// end.
bool GzipInput::find_member() {
  do {
    packed_.remove_prefix(std::min(packed_.find_first_not_of('\0'), packed_.size()));
  } while (packed_.empty() && fill(0));
  in_member_ = !packed_.empty() && inflateReset(&stream_) == Z_OK;
  return in_member_;
}

std::string_view GzipInput::unpack() {
  stream_.next_out = reinterpret_cast<Bytef*>(unpacked_.data());
  stream_.avail_out = static_cast<uInt>(unpacked_.size());
  while (stream_.avail_out > 0 && error_.empty() && (in_member_ || find_member())) {
    if (packed_.empty() && !fill(0)) {
      error_ = error_.empty() ? "it ends in the middle" : error_;
      break;
    }
    // zlib does not write to its input; only its C interface says so.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed_.data()));
    stream_.avail_in = static_cast<uInt>(packed_.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    packed_ = packed_.substr(packed_.size() - stream_.avail_in);
    if (result == Z_STREAM_END) {
      in_member_ = false;
    } else if (result != Z_OK) {
      error_ = stream_.msg != nullptr ? stream_.msg : "its bytes make no sense";
    }
  }
  return {unpacked_.data(), unpacked_.size() - stream_.avail_out};
}

}  // namespace dateline

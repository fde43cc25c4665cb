// libdeflate compresses whole buffers, several times as fast as zlib.
#include "indexer/glass/deflate.h"

#include <libdeflate.h>

#include <new>
#include <utility>

namespace dateline::glass {

namespace {

// The format's own limit: what is no larger stays as it is.
constexpr std::size_t min_compressed_bytes = 18;

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(int level) : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) {
    throw std::bad_alloc();
  }
}

TagForm Deflater::deflate(std::string& tag) {
  if (tag.size() <= min_compressed_bytes) {
    return TagForm::Plain;
  }
  // Room for less than the tag: what does not fit is not smaller.
  if (buffer_.size() < tag.size()) {
    buffer_.resize(tag.size());
  }
  const std::size_t bytes = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                        buffer_.data(), tag.size() - 1);
  if (bytes == 0) {
    return TagForm::Plain;
  }
  tag.assign(buffer_, 0, bytes);
  return TagForm::Deflated;
}

}  // namespace dateline::glass

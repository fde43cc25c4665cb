// ISA-L at its lowest level: codes are not made anew for each tag but kept, which is three times as
// fast as making them, and over news a twentieth larger than making the best ones.
#include "indexer/glass/deflate.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

namespace dateline::glass {

namespace {

// The format's own limit: what is no larger stays as it is.
constexpr std::size_t min_compressed_bytes = 18;

// So much of the first tags makes codes as good as ten times as much does.
constexpr std::size_t sample_bytes = std::size_t{256} << 10;

std::uint8_t* bytes_of(std::string& text) {
  return reinterpret_cast<std::uint8_t*>(text.data());
}

}  // namespace

struct Deflater::Codes {
  std::size_t sampled_bytes = 0;
  isal_huff_histogram seen{};
  isal_hufftables tables{};
  isal_zstream stream{};

  bool is_sampling() const { return sampled_bytes < sample_bytes; }

  void sample(std::string& tag) {
    const std::size_t bytes = std::min(tag.size(), sample_bytes - sampled_bytes);
    isal_update_histogram(bytes_of(tag), static_cast<int>(bytes), &seen);
    sampled_bytes += bytes;
    if (!is_sampling()) {
      [[maybe_unused]] const int made = isal_create_hufftables(&tables, &seen);
      assert(made == 0);
    }
  }
};

Deflater::Deflater() : codes_(std::make_unique<Codes>()) {}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

TagForm Deflater::deflate(std::string& tag) {
  if (tag.size() <= min_compressed_bytes ||
      tag.size() > std::numeric_limits<std::uint32_t>::max()) {
    return TagForm::Plain;
  }
  // Room for less than the tag: what does not fit is not smaller.
  if (buffer_.size() < tag.size()) {
    buffer_.resize(tag.size());
  }
  isal_zstream& stream = codes_->stream;
  isal_deflate_stateless_init(&stream);
  if (codes_->is_sampling()) {
    codes_->sample(tag);
  } else {
    isal_deflate_set_hufftables(&stream, &codes_->tables, IGZIP_HUFFTABLE_CUSTOM);
  }
  stream.end_of_stream = 1;
  stream.next_in = bytes_of(tag);
  stream.avail_in = static_cast<std::uint32_t>(tag.size());
  stream.next_out = bytes_of(buffer_);
  stream.avail_out = stream.avail_in - 1;
  if (isal_deflate_stateless(&stream) != COMP_OK) {
    return TagForm::Plain;
  }
  tag.assign(buffer_, 0, stream.total_out);
  return TagForm::Deflated;
}

}  // namespace dateline::glass

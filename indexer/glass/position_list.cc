// The bit stream.
#include "indexer/glass/position_list.h"

#include <bit>
#include <cassert>
#include <cstddef>

#include "indexer/glass/packing.h"

namespace dateline::glass {

namespace {

class BitStream {
 public:
  explicit BitStream(std::string& out) : out_(out) {}

  /// Writes a number below `limit`: those in the middle of the range take a bit less when the
  /// limit is no power of two.
  void write(std::uint64_t number, std::uint64_t limit) {
    assert(number < limit);
    const auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - limit;
    if (spare != 0) {
      const std::uint64_t middle = (limit - spare) / 2;
      if (number >= middle + spare) {
        number = (number - (middle + spare)) | (std::uint64_t{1} << (bits - 1));
      } else if (number >= middle) {
        put(number, bits - 1);
        return;
      }
    }
    put(number, bits);
  }

  void finish() {
    if (bits_ > 0) {
      out_ += static_cast<char>(pending_ & 0xFF);
    }
  }

 private:
  // Numbers have at most 32 bits, and less than 8 are pending.
  void put(std::uint64_t number, unsigned bits) {
    pending_ |= number << bits_;
    bits_ += bits;
    for (; bits_ >= 8; bits_ -= 8) {
      out_ += static_cast<char>(pending_ & 0xFF);
      pending_ >>= 8;
    }
  }

  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned bits_ = 0;
};

/// Writes those between two positions that are known.
void write_between(BitStream& bits, std::span<const std::uint32_t> positions) {
  const std::size_t last = positions.size() - 1;
  if (last < 2) {
    return;
  }
  const std::size_t middle = last / 2;
  const std::uint64_t first_value = positions.front();
  const std::uint64_t room = positions.back() - first_value - last + 1;
  bits.write(positions[middle] - (first_value + middle), room);
  write_between(bits, positions.first(middle + 1));
  write_between(bits, positions.subspan(middle));
}

}  // namespace

void append_position_list(std::string& out, std::span<const std::uint32_t> positions) {
  assert(!positions.empty());
  const std::uint64_t last = positions.back();
  append_uint(out, last);
  if (positions.size() == 1) {
    return;
  }
  BitStream bits(out);
  bits.write(positions.front(), last);
  bits.write(positions.size() - 2, last - positions.front());
  write_between(bits, positions);
  bits.finish();
}

}  // namespace dateline::glass

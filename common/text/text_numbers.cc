// A flat hash table with linear probing.
#include "common/text/text_numbers.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cassert>
#include <limits>
#include <utility>

namespace dateline {

std::uint32_t TextNumbers::number_of(std::string_view text) {
  if ((places_.size() + 1) * 2 > slots_.size()) {
    grow();
  }
  const auto tag = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = tag & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].tag == tag && this->text(slots_[at].number - 1) == text) {
      return slots_[at].number - 1;
    }
  }
  assert(texts_.size() + text.size() <= std::numeric_limits<std::uint32_t>::max());
  places_.push_back(
      {static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())});
  texts_ += text;
  slots_[at] = {tag, static_cast<std::uint32_t>(places_.size())};
  return slots_[at].number - 1;
}

std::size_t TextNumbers::bytes() const {
  return slots_.capacity() * sizeof(Slot) + places_.capacity() * sizeof(Place) + texts_.capacity();
}

void TextNumbers::grow() {
  constexpr std::size_t first_slots = 1024;
  const std::size_t count = slots_.empty() ? first_slots : slots_.size() * 2;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(count));
  for (const Slot& slot : old) {
    if (slot.number != 0) {
      std::size_t at = slot.tag & (count - 1);
      while (slots_[at].number != 0) {
        at = (at + 1) & (count - 1);
      }
      slots_[at] = slot;
    }
  }
}

}  // namespace dateline

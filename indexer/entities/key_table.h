// Numbers by the keys of names, for the few names of an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/entities/name_key.h"

namespace dateline {

/// A hash table in one piece of memory, at most half full, for one is made for every article.
class KeyTable {
 public:
  /// The number of a key, which is set to this one if it has none.
  std::uint32_t find_or_add(NameKey key, std::uint32_t number) {
    if (2 * (used_ + 1) > slots_.size()) {
      grow();
    }
    Slot& slot = slots_[place_of(key.value)];
    if (!slot.is_used) {
      ++used_;
      slot = {key.value, number, true};
    }
    return slot.number;
  }

  std::optional<std::uint32_t> find(NameKey key) const {
    const Slot& slot = slots_[place_of(key.value)];
    return slot.is_used ? std::optional(slot.number) : std::nullopt;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    bool is_used = false;
  };

  /// Of the key, or the free slot it would have.
  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].is_used && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.is_used) {
        slots_[place_of(slot.key)] = slot;
      }
    }
  }

  static constexpr std::size_t first_size = 64;

  std::vector<Slot> slots_ = std::vector<Slot>(first_size);
  std::size_t used_ = 0;
};

}  // namespace dateline

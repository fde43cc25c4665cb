// A hash table of numbers: finds the number of a value that is kept elsewhere, without a copy of
// it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// Maps hashes to numbers below 2^32 - 1. Several numbers may have one hash; who asks looks at the
/// values themselves. Nothing can be taken out.
class FlatIndex {
 public:
  /// Makes room for so many numbers.
  void reserve(std::size_t count) {
    std::size_t wanted = min_slots;
    while (wanted < count * 2) {
      wanted *= 2;
    }
    if (wanted > slots_.size()) {
      rehash(wanted);
    }
  }

  /// The number with this hash that `is_it` accepts.
  template <typename IsIt>
  std::optional<std::uint32_t> find(std::size_t hash, IsIt is_it) const {
    if (slots_.empty()) {
      return std::nullopt;
    }
    const std::uint32_t tag = to_tag(hash);
    for (std::size_t at = tag & (slots_.size() - 1); slots_[at].number != 0;
         at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag == tag && is_it(slots_[at].number - 1)) {
        return slots_[at].number - 1;
      }
    }
    return std::nullopt;
  }

  /// Asks for the memory that `find` will look at: worth it where many are sought in a row.
  void prefetch(std::size_t hash) const {
    if (!slots_.empty()) {
      __builtin_prefetch(&slots_[to_tag(hash) & (slots_.size() - 1)]);
    }
  }

  /// The number that `find` will look at first, if any: to ask for its value early.
  std::optional<std::uint32_t> first_to_try(std::size_t hash) const {
    if (slots_.empty()) {
      return std::nullopt;
    }
    const Slot slot = slots_[to_tag(hash) & (slots_.size() - 1)];
    return slot.number == 0 ? std::nullopt : std::optional(slot.number - 1);
  }

  void add(std::size_t hash, std::uint32_t number) {
    if ((size_ + 1) * 2 > slots_.size()) {
      rehash(slots_.empty() ? min_slots : slots_.size() * 2);
    }
    ++size_;
    insert({to_tag(hash), number + 1});
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;  // one more than the number; 0 in an empty slot
  };

  static constexpr std::size_t min_slots = 16;

  static std::uint32_t to_tag(std::size_t hash) {
    return static_cast<std::uint32_t>(hash ^ (std::uint64_t{hash} >> 32U));
  }

  void insert(Slot slot) {
    std::size_t at = slot.tag & (slots_.size() - 1);
    while (slots_[at].number != 0) {
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = slot;
  }

  void rehash(std::size_t slot_count) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slot_count));
    for (const Slot& slot : old) {
      if (slot.number != 0) {
        insert(slot);
      }
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half of them full
  std::size_t size_ = 0;
};

inline std::size_t hash_of(std::string_view bytes) {
  return std::hash<std::string_view>()(bytes);
}

}  // namespace dateline

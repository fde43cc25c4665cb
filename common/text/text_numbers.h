// Texts and their numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Numbers texts in the order in which they come, from 0 on. Holds one copy of each, one behind the
/// other, and a flat hash table of their numbers.
class TextNumbers {
 public:
  std::uint32_t number_of(std::string_view text);
  /// Good until the next text is numbered.
  std::string_view text(std::uint32_t number) const {
    return std::string_view(texts_).substr(places_[number].begin, places_[number].bytes);
  }
  /// Begins to bring a text from memory that will be asked for soon.
  void prefetch(std::uint32_t number) const {
    __builtin_prefetch(texts_.data() + places_[number].begin);
  }
  std::size_t size() const { return places_.size(); }
  /// The memory they take.
  std::size_t bytes() const;

 private:
  struct Place {
    std::uint32_t begin = 0;  // in texts_
    std::uint32_t bytes = 0;
  };
  struct Slot {
    std::uint32_t tag = 0;     // bits of the hash
    std::uint32_t number = 0;  // one more than the number; 0 in an empty slot
  };

  void grow();

  std::vector<Slot> slots_;  // a power of two of them, at most half of them full
  std::vector<Place> places_;
  std::string texts_;
};

}  // namespace dateline

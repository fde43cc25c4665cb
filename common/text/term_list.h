// The terms of one article in three flat arrays, as a writer wants to walk over them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Xapian refuses 246; NUL, which would count double, never reaches a term.
inline constexpr std::size_t max_term_bytes = 245;

/// The terms of one article. Once it has held an article as long, it allocates nothing.
class TermList {
 public:
  /// A term as the index will hold it; good until the list changes.
  struct Term {
    std::string_view text;  ///< with its prefix
    std::uint64_t key = 0;  ///< the first eight bytes of the text, see `term_key`
    std::uint32_t wdf = 0;  ///< how often it counts
    std::span<const std::uint32_t> positions;  ///< ascending, without repeats
  };

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  Term operator[](std::size_t i) const {
    const Entry& entry = entries_[i];
    return {.text = text_of(entry),
            .key = entry.key,
            .wdf = entry.wdf,
            .positions = {positions_.data() + entry.positions_begin, entry.positions_count}};
  }

  /// Holds nothing afterwards, but keeps its memory.
  void clear();

  /// Adds a term of at most `max_term_bytes`. Terms may come in any order.
  void add(std::string_view text, std::uint32_t wdf = 0,
           std::span<const std::uint32_t> positions = {});

  /// Puts the terms in order of their bytes. Of a boolean term that was added more than once, one
  /// stays; terms with a weight or positions are added once.
  void sort();

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t text_begin = 0;  // in texts_
    std::uint32_t text_bytes = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions_begin = 0;  // in positions_
    std::uint32_t positions_count = 0;
  };

  std::string_view text_of(const Entry& entry) const {
    return {texts_.data() + entry.text_begin, entry.text_bytes};
  }
  void sort(std::span<Entry> entries, std::size_t key_byte);

  std::vector<Entry> entries_;
  std::vector<Entry> dealt_;  // by one byte, while they are sorted
  std::string texts_;
  std::vector<std::uint32_t> positions_;
};

/// The first eight bytes of a text as one number, zeros where it is shorter: keys of texts without
/// NUL are in the order of the texts, and only texts that are longer can share one.
std::uint64_t term_key(std::string_view text);

}  // namespace dateline

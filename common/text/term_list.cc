// Texts and positions lie end to end, and only the entries that point to them are sorted.
#include "common/text/term_list.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <numeric>

namespace dateline {

namespace {

constexpr std::size_t key_bytes = 8;

/// The first bytes of a text that has so many; the compiler makes one load of it.
template <std::size_t bytes>
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    number = number << 8 | static_cast<unsigned char>(text.data()[i]);
  }
  return number;
}

}  // namespace

std::uint64_t term_key(std::string_view text) {
  if (text.size() >= key_bytes) {
    return first_bytes<key_bytes>(text);
  }
  const std::size_t missing_bits = 8 * (key_bytes - text.size());
  constexpr std::size_t half = key_bytes / 2;
  if (text.size() >= half) {
    // Both halves hold the bytes in the middle.
    return first_bytes<half>(text) << 8 * half | first_bytes<half>(text.substr(text.size() - half))
                                                     << missing_bits;
  }
  std::uint64_t key = 0;
  for (const char c : text) {
    key = key << 8 | static_cast<unsigned char>(c);
  }
  return text.empty() ? 0 : key << missing_bits;
}

void TermList::clear() {
  entries_.clear();
  texts_.clear();
  positions_.clear();
}

void TermList::add(std::string_view text, std::uint32_t wdf,
                   std::span<const std::uint32_t> positions) {
  assert(text.size() <= max_term_bytes);
  // An article of the greatest length that is read has far less text in its terms.
  assert(texts_.size() + text.size() <= std::numeric_limits<std::uint32_t>::max());
  entries_.push_back({.key = term_key(text),
                      .text_begin = static_cast<std::uint32_t>(texts_.size()),
                      .text_bytes = static_cast<std::uint32_t>(text.size()),
                      .wdf = wdf,
                      .positions_begin = static_cast<std::uint32_t>(positions_.size()),
                      .positions_count = static_cast<std::uint32_t>(positions.size())});
  texts_ += text;
  positions_.insert(positions_.end(), positions.begin(), positions.end());
}

void TermList::sort() {
  dealt_.resize(entries_.size());
  sort(entries_, 0);
  const auto is_repeat = [this](const Entry& a, const Entry& b) {
    return a.key == b.key && text_of(a) == text_of(b);
  };
  entries_.erase(std::unique(entries_.begin(), entries_.end(), is_repeat), entries_.end());
}

// Many terms share their first letters, so comparing all of them would cost the most: they are
// dealt out by one byte of their keys after the other until few are left to compare.
void TermList::sort(std::span<Entry> entries, std::size_t key_byte) {
  constexpr std::size_t few = 24;
  if (entries.size() <= few || key_byte == key_bytes) {
    std::ranges::sort(entries, [this](const Entry& a, const Entry& b) {
      return a.key != b.key ? a.key < b.key : text_of(a) < text_of(b);
    });
    return;
  }
  const auto byte_of = [shift = 8 * (key_bytes - 1 - key_byte)](const Entry& entry) {
    return static_cast<std::size_t>(entry.key >> shift & 0xFF);
  };
  std::array<std::uint32_t, 257> ends{};  // behind the entries of each byte, once they are dealt
  for (const Entry& entry : entries) {
    ++ends[byte_of(entry) + 1];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  for (const Entry& entry : entries) {
    dealt_[ends[byte_of(entry)]++] = entry;
  }
  std::copy_n(dealt_.begin(), entries.size(), entries.begin());
  std::size_t begin = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (ends[byte] > begin + 1) {
      sort(entries.subspan(begin, ends[byte] - begin), key_byte + 1);
    }
    begin = ends[byte];
  }
}

}  // namespace dateline

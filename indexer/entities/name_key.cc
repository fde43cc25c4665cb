// A polynomial hash over words: the hash of a phrase is that of its halves, joined.
#include "indexer/entities/name_key.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"
#include "indexer/entities/hash.h"

namespace dateline {

namespace {

/// FNV-1a, word by word.
NameKey key_of_folded(std::string_view folded) {
  constexpr std::uint64_t fnv_start = 0xCBF29CE484222325;
  constexpr std::uint64_t fnv_prime = 0x100000001B3;
  NameKey key;
  std::uint64_t hash = fnv_start;
  const auto end_word = [&] {
    if (hash != fnv_start) {
      key = join(key, {mixed(hash), NameKey::base});
      hash = fnv_start;
    }
  };
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_letter = byte >= 0x80 || (byte >= 'a' && byte <= 'z');
    if (is_letter || (byte >= '0' && byte <= '9') || (byte == '&' && hash != fnv_start)) {
      hash = (hash ^ byte) * fnv_prime;
    } else if (byte == ' ' || byte == '-' || byte == '\n' || byte == '\t') {
      end_word();
    }
  }
  end_word();
  return key;
}

/// Typographic apostrophes and hyphens survive folding; here they are as their plain sisters.
std::string without_typography(std::string folded) {
  constexpr std::string_view lead = "\xE2\x80";
  for (std::size_t at = folded.find(lead); at != std::string::npos; at = folded.find(lead, at)) {
    const bool is_dash =
        at + 2 < folded.size() && static_cast<unsigned char>(folded[at + 2]) < 0x98;
    folded.replace(at, 3, is_dash ? "-" : "'");
  }
  return folded;
}

}  // namespace

NameKey name_key(std::string_view name) {
  constexpr std::size_t longest_plain_name = 64;
  const bool is_ascii = std::all_of(name.begin(), name.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_ascii || name.size() > longest_plain_name) {
    return key_of_folded(without_typography(fold(name)));
  }
  // Nearly every word is short and plain, and is folded without touching the heap.
  std::array<char, longest_plain_name> folded;  // NOLINT(*-member-init): filled as far as read
  std::transform(name.begin(), name.end(), folded.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return key_of_folded({folded.data(), name.size()});
}

}  // namespace dateline

// What a word is looked up by, where words are many.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline {

/// What a word is found by: the bytes at its two ends, which are all of it when it is short.
struct WordKey {
  static constexpr std::size_t short_bytes = 16;

  WordKey() = default;
  explicit WordKey(std::string_view word);

  /// Of a short word. Large odd factors carry every bit up, the shifts bring them down again.
  static std::uint64_t hash_of(std::uint64_t first, std::uint64_t last, std::uint32_t bytes) {
    std::uint64_t hash = (first ^ std::uint64_t{bytes} << 56U) * 0x9E3779B97F4A7C15U;
    hash = (hash ^ hash >> 32U ^ last) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32U;
  }
  static std::uint64_t hash_of(std::string_view long_word);

  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t hash = 0;
  std::uint32_t bytes = 0;  // of the whole word
};

inline WordKey::WordKey(std::string_view word) : bytes(static_cast<std::uint32_t>(word.size())) {
  assert(!word.empty());
  constexpr std::size_t half = sizeof(std::uint32_t);
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  if (word.size() >= sizeof first) {
    std::memcpy(&first, begin, sizeof first);
    std::memcpy(&last, end - sizeof last, sizeof last);
  } else if (word.size() >= half) {
    std::memcpy(&first, begin, half);
    std::memcpy(&last, end - half, half);
  } else {
    // First, middle and last byte: all there are of up to three.
    const std::array<char, half> characters = {word.front(), word[word.size() / 2], word.back()};
    std::memcpy(&first, characters.data(), half);
  }
  hash = word.size() > short_bytes ? hash_of(word) : hash_of(first, last, bytes);
}

}  // namespace dateline

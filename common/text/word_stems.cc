// A flat hash table of words: what is asked of one stands in its slot.
#include "common/text/word_stems.h"

#include <cassert>
#include <cstring>
#include <limits>
#include <utility>

#include "common/field.h"

namespace dateline {

namespace {

constexpr std::size_t end_bytes = 8;
constexpr std::size_t half_bytes = 4;

}  // namespace

WordStems::WordStems(std::string_view language_code) : stemmer_(language_code) {
  grow();
}

bool WordStems::is_in(const Slot& slot, const WordKey& key, std::string_view word) const {
  return slot.first == key.first && slot.last == key.last && slot.bytes == key.bytes &&
         (key.bytes <= WordKey::short_bytes || long_text(slot) == word);
}

std::uint32_t WordStems::number_of(const WordKey& key, std::string_view word) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash & mask;
  while (slots_[at].bytes != 0 && !is_in(slots_[at], key, word)) {
    at = (at + 1) & mask;
  }
  if (slots_[at].bytes == 0) {
    if ((words_ + 1) * 2 > slots_.size()) {
      grow();
      return number_of(key, word);
    }
    ++words_;
    fill(slots_[at], key, word);
  }
  Slot& slot = slots_[at];
  if (slot.number == 0) {
    field_.push_back(static_cast<std::uint32_t>(at));
    slot.number = static_cast<std::uint32_t>(field_.size());
  }
  return slot.number - 1;
}

void WordStems::fill(Slot& slot, const WordKey& key, std::string_view word) {
  slot.first = key.first;
  slot.last = key.last;
  slot.bytes = key.bytes;
  if (key.bytes <= WordKey::short_bytes) {
    word = short_text(slot);
  } else {
    assert(texts_.size() + word.size() <= std::numeric_limits<std::uint32_t>::max());
    slot.begin = static_cast<std::uint32_t>(texts_.size());
    texts_ += word;
  }
  const std::string_view stem = stemmer_.compute_stem(word);
  slot.is_own_stem = stem == word ? 1 : 0;
  prefixed_stem_.assign(stem_prefix).append(stem);
  slot.stem = stems_.number_of(prefixed_stem_) & 0x7FFFFFFFU;
}

std::string_view WordStems::text_of(std::uint32_t number) {
  const Slot& slot = slots_[field_[number]];
  return slot.bytes > WordKey::short_bytes ? long_text(slot) : short_text(slot);
}

std::string_view WordStems::short_text(const Slot& slot) {
  char* const text = short_text_.data();
  const std::size_t bytes = slot.bytes;
  if (bytes >= end_bytes) {
    std::memcpy(text, &slot.first, end_bytes);
    std::memcpy(text + bytes - end_bytes, &slot.last, end_bytes);
  } else if (bytes >= half_bytes) {
    std::memcpy(text, &slot.first, half_bytes);
    std::memcpy(text + bytes - half_bytes, &slot.last, half_bytes);
  } else {
    std::array<char, half_bytes> characters{};
    std::memcpy(characters.data(), &slot.first, half_bytes);
    text[0] = characters[0];
    text[bytes / 2] = characters[1];
    text[bytes - 1] = characters[2];
  }
  return {text, bytes};
}

void WordStems::clear_field() {
  for (const std::uint32_t at : field_) {
    slots_[at].number = 0;
  }
  field_.clear();
}

std::size_t WordStems::bytes() const {
  return slots_.capacity() * sizeof(Slot) + field_.capacity() * sizeof(std::uint32_t) +
         texts_.capacity() + prefixed_stem_.capacity() + stems_.bytes();
}

void WordStems::grow() {
  constexpr std::size_t first_slots = 1024;
  const std::size_t count = slots_.empty() ? first_slots : slots_.size() * 2;
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(count));
  for (const Slot& slot : old) {
    if (slot.bytes == 0) {
      continue;
    }
    std::size_t at =
        (slot.bytes > WordKey::short_bytes ? WordKey::hash_of(long_text(slot))
                                           : WordKey::hash_of(slot.first, slot.last, slot.bytes)) &
        (count - 1);
    while (slots_[at].bytes != 0) {
      at = (at + 1) & (count - 1);
    }
    slots_[at] = slot;
    if (slot.number != 0) {
      field_[slot.number - 1] = static_cast<std::uint32_t>(at);
    }
  }
}

}  // namespace dateline

// Words are found by XXH3 of their bytes; two words of one 64-bit hash are taken for one, which
// no archive lives to see.
#include "indexer/entities/vocabulary.h"

#define XXH_INLINE_ALL  // short words: the call would cost more than the hash
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/fold.h"
#include "indexer/entities/characters.h"

namespace dateline {

namespace {

constexpr std::size_t first_size = std::size_t{1} << 12U;

char pattern_of(Kind kind, char byte) {
  switch (kind) {
    case Kind::Upper: return 'X';
    case Kind::Lower: return 'x';
    case Kind::Digit: return 'd';
    default: return byte;
  }
}

/// "McDonald" is "XxXx", "U.N." "X.X.", "NATO" "XX", "Mali" "Xx": repeated kinds count once, but
/// that two capitals differ from one.
std::uint64_t pattern_of(std::string_view word) {
  constexpr std::size_t longest = 10;
  std::string pattern;
  std::size_t same = 0;
  for (std::size_t at = 0; at < word.size() && pattern.size() < longest;) {
    const Character character = character_at(word, at);
    const char c = pattern_of(character.kind, word[at]);
    same = !pattern.empty() && pattern.back() == c ? same + 1 : 1;
    if (same == 1 || (same == 2 && c == 'X')) {
      pattern += c;
    }
    at += std::max<std::size_t>(character.bytes, 1);
  }
  return hash_of(pattern);
}

void set_affixes(WordSpelling& spelling, std::string_view folded) {
  for (std::size_t i = 0; i < spelling.prefixes.size(); ++i) {
    if (folded.size() > i + 1) {
      spelling.prefixes.at(i) = hash_of(folded.substr(0, i + 1));
      spelling.suffixes.at(i) = hash_of(folded.substr(folded.size() - i - 1));
    }
  }
  if (const std::size_t hyphen = folded.find('-'); hyphen != std::string_view::npos) {
    spelling.head = hash_of(folded.substr(0, hyphen));
    spelling.tail = hash_of(folded.substr(folded.rfind('-') + 1));
  }
}

}  // namespace

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Vocabulary::Vocabulary(const Lexicon& lexicon)
    : lexicon_(lexicon), slots_(first_size), form_slots_(first_size) {}

std::uint32_t Vocabulary::number_of(std::string_view word, Shape shape, std::uint64_t hash) {
  const Slot& slot = find(slots_, hash);
  return slot.number != 0 ? slot.number - 1 : add(word, shape, hash);
}

void Vocabulary::clear() {
  ++version_;
  words_.clear();
  spellings_.clear();
  form_count_ = 0;
  slots_.assign(first_size, {});
  form_slots_.assign(first_size, {});
}

std::uint32_t Vocabulary::add(std::string_view word, Shape shape, std::uint64_t exact) {
  constexpr std::size_t longest = 255;
  if (2 * (words_.size() + 1) > slots_.size()) {
    grow(slots_);
  }
  const std::string folded = fold(word);
  WordSpelling spelling;
  spelling.exact = exact;
  spelling.pattern = pattern_of(word);
  set_affixes(spelling, folded);
  spellings_.push_back(spelling);
  WordFacts facts;
  facts.key = name_key(word);
  facts.entry = lexicon_.find(facts.key);
  facts.form = form_of(facts.key);
  facts.length = static_cast<std::uint8_t>(std::min(folded.size(), longest));
  facts.has_dot = folded.find('.') != std::string::npos;
  facts.shape = shape;
  words_.push_back(facts);
  const auto number = static_cast<std::uint32_t>(words_.size());
  find(slots_, exact) = {exact, number};
  return number - 1;
}

std::uint32_t Vocabulary::form_of(NameKey key) {
  if (2 * (form_count_ + std::size_t{1}) > form_slots_.size()) {
    grow(form_slots_);
  }
  Slot& slot = find(form_slots_, key.value);
  if (slot.number == 0) {
    slot = {key.value, ++form_count_};
  }
  return slot.number - 1;
}

Vocabulary::Slot& Vocabulary::find(std::vector<Slot>& slots, std::uint64_t hash) {
  std::size_t at = hash & (slots.size() - 1);
  while (slots[at].number != 0 && slots[at].hash != hash) {
    at = (at + 1) & (slots.size() - 1);
  }
  return slots[at];
}

void Vocabulary::grow(std::vector<Slot>& slots) {
  const std::vector<Slot> old = std::exchange(slots, std::vector<Slot>(2 * slots.size()));
  for (const Slot& slot : old) {
    if (slot.number != 0) {
      find(slots, slot.hash) = slot;
    }
  }
}

}  // namespace dateline

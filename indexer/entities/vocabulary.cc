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

TextVocabulary::TextVocabulary(const Lexicon& lexicon)
    : lexicon_(lexicon), slots_(first_size), form_slots_(first_size) {}

std::uint64_t TextVocabulary::hash_of_word(std::string_view word, Shape shape) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < word.size(); at += sizeof(hash)) {
    hash = hash_onto(hash, eight_bytes_at(word, at));
  }
  return hash + static_cast<std::uint64_t>(shape);
}

void TextVocabulary::clear() {
  ++version_;
  words_.clear();
  spellings_.clear();
  form_count_ = 0;
  std::ranges::fill(slots_, Slot{});
  std::ranges::fill(form_slots_, FormSlot{});
}

const WordEntry& TextVocabulary::add(std::string_view word, Shape shape, std::uint64_t hash) {
  constexpr std::size_t longest = 255;
  if (2 * (words_.size() + 1) > slots_.size()) {
    grow(slots_);
  }
  const std::string folded = fold(word);
  WordSpelling spelling;
  spelling.exact = hash_of(word) + static_cast<std::uint64_t>(shape);
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
  Slot& slot = find(slots_, hash);
  slot = {.hash = hash,
          .entry = {.number = static_cast<std::uint32_t>(words_.size()),
                    .form = facts.form,
                    .marks = facts.entry.marks,
                    .longest = facts.entry.longest,
                    .is_one_word = facts.key.is_one_word(),
                    .is_known = true}};
  words_.push_back(facts);
  return slot.entry;
}

std::uint32_t TextVocabulary::form_of(NameKey key) {
  if (2 * (form_count_ + std::size_t{1}) > form_slots_.size()) {
    grow(form_slots_);
  }
  FormSlot& slot = find(form_slots_, key.value);
  if (!slot.is_used()) {
    slot = {key.value, ++form_count_};
  }
  return slot.number - 1;
}

template <typename AnySlot>
void TextVocabulary::grow(std::vector<AnySlot>& slots) {
  const std::vector<AnySlot> old = std::exchange(slots, std::vector<AnySlot>(2 * slots.size()));
  for (const AnySlot& slot : old) {
    if (slot.is_used()) {
      find(slots, slot.hash) = slot;
    }
  }
}

}  // namespace dateline

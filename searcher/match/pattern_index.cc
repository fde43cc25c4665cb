// A hash table of chains, and before it bits so few of which are set that most words end there.
#include "searcher/match/pattern_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "common/field.h"

namespace dateline {

namespace {

constexpr std::size_t bits_per_use = 16;

// Words that stand in nearly every English text. Pronouns are left out for "US", "IT" and "WHO".
constexpr std::array<std::string_view, 22> stop_words = {
    "a",  "an", "and", "are", "as", "at",   "be",   "by", "for", "from", "in",
    "is", "of", "on",  "or",  "so", "that", "this", "to", "the", "was",  "with"};

/// Whether this is a stop word. The stems of one in several languages are beginnings of it; where
/// there are others, it is one of many words that are looked for.
bool is_stop_pattern(const MatchPattern& pattern) {
  if (pattern.words.size() != 1) {
    return false;
  }
  const PatternWord& word = pattern.words.front();
  const auto is_all = [&word](std::string_view stop_word) {
    return std::ranges::all_of(
               word.stems, [&](const std::string& stem) { return stop_word.starts_with(stem); }) &&
           std::ranges::all_of(word.words,
                               [&](const std::string& text) { return text == stop_word; });
  };
  const std::vector<std::string>& texts = word.stems.empty() ? word.words : word.stems;
  return std::ranges::any_of(texts, [&](const std::string& text) {
    return std::ranges::find(stop_words, text) != stop_words.end() && is_all(text);
  });
}

}  // namespace

PatternIndex::PatternIndex(std::span<const MatchPattern> patterns) : patterns_(patterns) {
  std::size_t uses = 0;
  std::size_t places = 0;
  for (const MatchPattern& pattern : patterns) {
    const std::string_view field = pattern.field != nullptr ? pattern.field->name : "";
    parts_.push_back(field.empty()       ? bit_of(TextPart::Title) | bit_of(TextPart::Text)
                     : field == "title"  ? bit_of(TextPart::Title)
                     : field == "author" ? bit_of(TextPart::Author)
                                         : 0);
    is_stop_.push_back(is_stop_pattern(pattern));
    first_places_.push_back(places);
    places += pattern.words.size();
    for (const PatternWord& word : pattern.words) {
      uses += word.stems.size() + word.words.size();
    }
  }
  first_places_.push_back(places);
  uses_.reserve(uses);
  heads_.resize(std::bit_ceil(uses + 1));
  bits_.resize(std::bit_ceil(uses * bits_per_use / 64 + 1));
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    add_words(i);
  }
}

bool PatternIndex::has_any(TextPart part) const {
  return !uses_.empty() &&
         std::ranges::any_of(parts_, [part](unsigned bits) { return (bits & bit_of(part)) != 0; });
}

void PatternIndex::add_words(std::uint32_t pattern) {
  const MatchPattern& of = patterns_[pattern];
  for (std::uint32_t place = 0; place < of.words.size(); ++place) {
    for (const bool is_stem : {true, false}) {
      for (const std::string& text : is_stem ? of.words[place].stems : of.words[place].words) {
        if (!text.empty()) {
          add_use({text, WordKey(text).hash, pattern, place, 0, is_stem});
        }
      }
    }
  }
}

void PatternIndex::add_use(const Use& use) {
  std::uint32_t& head = heads_[use.hash & (heads_.size() - 1)];
  uses_.push_back(use);
  uses_.back().next = head;
  head = static_cast<std::uint32_t>(uses_.size());
  const std::uint64_t bit = use.hash & (bits_.size() * 64 - 1);
  bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  first_bytes_.at(static_cast<unsigned char>(use.text.front())) = true;
  has_words_ = has_words_ || !use.is_stem;
}

}  // namespace dateline

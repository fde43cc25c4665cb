// Writes what is asked for as patterns, one for each way to write it.
#include "searcher/query/pattern.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "searcher/query/asked_words.h"

namespace dateline {

namespace {

/// More ways to write words near each other are not highlighted.
constexpr std::size_t max_near_patterns = 64;

using Words = std::vector<PatternWord>;

bool is_possible(const PatternWord& word) {
  return !word.stems.empty() || !word.words.empty();
}

/// The spellings of a thing among others: those of one word as one place.
Spellings<PatternWord> join_single_words(const Spellings<PatternWord>& spellings) {
  Spellings<PatternWord> joined;
  PatternWord single;
  for (const Words& words : spellings) {
    if (words.size() == 1) {
      const PatternWord& word = words.front();
      single.stems.insert(single.stems.end(), word.stems.begin(), word.stems.end());
      single.words.insert(single.words.end(), word.words.begin(), word.words.end());
    } else {
      joined.push_back(words);
      for (std::size_t i = 1; i < words.size(); ++i) {
        joined.back()[i].follows = true;
      }
    }
  }
  if (is_possible(single)) {
    joined.push_back({std::move(single)});
  }
  return joined;
}

/// Every choice of one spelling for each thing, as words in a row.
Spellings<PatternWord> choices_of(const std::vector<Spellings<PatternWord>>& things) {
  Spellings<PatternWord> choices(1);
  for (const Spellings<PatternWord>& thing : things) {
    Spellings<PatternWord> longer;
    for (const Words& begun : choices) {
      for (const Words& words : join_single_words(thing)) {
        if (longer.size() < max_near_patterns) {
          longer.push_back(begun);
          longer.back().insert(longer.back().end(), words.begin(), words.end());
        }
      }
    }
    choices = std::move(longer);
  }
  return choices;
}

}  // namespace

std::vector<MatchPattern> patterns_of(const AskedPlaces& asked) {
  std::vector<MatchPattern> patterns;
  Spellings<PatternWord> choices =
      asked.window == 0 ? asked.things.front() : choices_of(asked.things);
  for (Words& words : choices) {
    if (std::ranges::all_of(words, is_possible)) {
      patterns.push_back({std::move(words), asked.field, asked.window});
    }
  }
  return patterns;
}

}  // namespace dateline

// A chance is a score and the label it belongs to in one number, so that the best of some chances
// also tells where it came from, and all labels of a word are compared at once.
#include "indexer/entities/best_chain.h"

#include <algorithm>
#include <limits>

namespace dateline {

namespace {

// Sixteen times the score. A run has at most some seventy words, of scores in 16 bits.
constexpr std::int32_t unit = lanes;
constexpr std::int32_t impossible = std::numeric_limits<std::int32_t>::min() / 4;

/// What makes the lower label win where scores are equal.
constexpr std::int32_t tag_of(std::size_t label) {
  return static_cast<std::int32_t>(lanes - 1 - label);
}
constexpr Label label_of(std::int32_t chance) {
  constexpr std::int32_t tags = unit - 1;
  return static_cast<Label>(tags - (chance & tags));
}
/// Adds the scores of a word, tagged. (By reference, for how vectors are passed differs between
/// machines.)
template <typename Chances>
void add_tagged(const Scores& word, Chances& chances) {
  for (std::size_t label = 0; label < lanes; ++label) {
    chances[label] += word[label] * unit + tag_of(label);
  }
}

/// A word alone is no part of a longer name.
constexpr bool may_stand_alone(Label label) {
  return label::may_follow(label::outside, label) && !label::is_open(label);
}

}  // namespace

BestChain::BestChain(const NameModel::Transitions& transitions) {
  steps_.fill(Chances{} + impossible);
  first_ = Chances{} + impossible;
  last_ = first_;
  for (Label from = 0; from < label_count; ++from) {
    for (Label to = 0; to < label_count; ++to) {
      if (label::may_follow(from, to)) {
        steps_.at(from)[to] = transitions.at(from).at(to) * unit;
      }
    }
    if (label::may_follow(label::outside, from)) {
      first_[from] = transitions.at(label::outside).at(from) * unit;
    }
    if (!label::is_open(from)) {
      last_[from] = transitions.at(from).at(label::outside) * unit;
    }
  }
}

std::span<const Label> BestChain::find(std::span<const Scores> words) {
  labels_.resize(words.size());
  if (words.size() == 1) {
    labels_.front() = find_alone(words.front());
    return labels_;
  }
  Label label = find_last(words);
  for (std::size_t i = words.size() - 1; i > 0; --i) {
    labels_[i] = label;
    label = label_of(came_from_[i - 1][label]);
  }
  labels_.front() = label;
  return labels_;
}

Label BestChain::find_alone(const Scores& word) const {
  std::int32_t best = std::numeric_limits<std::int32_t>::min();
  for (Label label = 0; label < label_count; ++label) {
    if (may_stand_alone(label)) {
      best = std::max(best, first_[label] + last_[label] + word[label] * unit + tag_of(label));
    }
  }
  return label_of(best);
}

Label BestChain::find_last(std::span<const Scores> words) {
  came_from_.resize(words.size() - 1);
  Chances chances = first_;
  add_tagged(words.front(), chances);
  for (std::size_t i = 1; i < words.size(); ++i) {
    Chances best = chances[0] + steps_[0];
    for (std::size_t from = 1; from < label_count; ++from) {
      const Chances chance = chances[from] + steps_[from];
      best = chance > best ? chance : best;
    }
    came_from_[i - 1] = best;
    chances = best & -unit;  // without the tag
    add_tagged(words[i], chances);
  }
  chances += last_;
  std::int32_t best = chances[0];
  for (std::size_t label = 1; label < label_count; ++label) {
    best = std::max(best, chances[label]);
  }
  return label_of(best);
}

}  // namespace dateline

// The best chain of labels for the words of a run, by Viterbi's algorithm.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/label.h"
#include "indexer/entities/name_model.h"

namespace dateline {

/// Finds chains under one set of transitions. For one thread.
class BestChain {
 public:
  explicit BestChain(const NameModel::Transitions& transitions);

  /// The labels, one a word, whose scores and transitions come to most; of equals the one with the
  /// lower labels, looked at from the end. There is a word at least; the labels hold until the next
  /// call.
  std::span<const Label> find(std::span<const Scores> words);

 private:
  /// A lane for each label; the compiler does with it what the machine can.
  using Chances [[gnu::vector_size(lanes * sizeof(std::int32_t))]] = std::int32_t;

  Label find_alone(const Scores& word) const;
  Label find_last(std::span<const Scores> words);

  std::array<Chances, label_count> steps_{};  // from label to label
  Chances first_{};
  Chances last_{};
  std::vector<Chances> came_from_;  // of each word behind the first
  std::vector<Label> labels_;
};

}  // namespace dateline

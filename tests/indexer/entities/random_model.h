// Models nobody trained, for tests that must hold with any weights.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "indexer/entities/name_model.h"

namespace dateline {

/// A model of zeros, to be filled in.
struct ModelParts {
  std::vector<NameModel::Weights> weights = std::vector<NameModel::Weights>(row_count);
  NameModel::Transitions transitions{};

  NameModel model() && { return {std::move(weights), transitions}; }
};

/// Every third row has weights, as in a trained model.
inline NameModel random_model(std::uint32_t seed) {
  std::mt19937 random(seed);
  ModelParts parts;
  const auto draw = [&random](int size) {
    return static_cast<int>(random() % static_cast<unsigned>(2 * size + 1)) - size;
  };
  for (std::size_t row = 0; row < row_count; row += 3) {
    for (std::size_t label = 0; label < label_count; ++label) {
      parts.weights[row].at(label) = static_cast<std::int8_t>(draw(127));
    }
  }
  for (std::size_t from = 0; from < label_count; ++from) {
    for (std::size_t to = 0; to < label_count; ++to) {
      parts.transitions.at(from).at(to) = static_cast<std::int16_t>(draw(1000));
    }
  }
  return std::move(parts).model();
}

}  // namespace dateline

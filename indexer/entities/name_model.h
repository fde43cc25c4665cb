// The weights of the chain: what training leaves behind, as a table and as a file.
//
// The file: "dateline names 1\n", then, little-endian, the XXH3-64 of the rest; the transitions,
// 15 x 15 int16; a bitmap of 2^18 bits that says which rows are there; and those rows, 15 int8
// each, in order. All other rows are zero. Weights and transitions share one scale.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/features.h"
#include "indexer/entities/label.h"

namespace dateline {

/// The sums of some rows, a lane for each label.
using Scores = std::array<std::int16_t, lanes>;

class NameModel {
 public:
  using Weights = std::array<std::int8_t, lanes>;
  using Transitions = std::array<std::array<std::int16_t, lanes>, lanes>;

  /// The model that is built into the program.
  NameModel();

  /// Reads a file's bytes. Throws Error(Damaged) when they are no model of this version.
  explicit NameModel(std::string_view file);

  /// For the trainer: `weights` has a row for each of `row_count`.
  NameModel(std::vector<Weights> weights, const Transitions& transitions);

  /// The bytes of the file.
  std::string to_bytes() const;

  void prefetch(Row row) const { __builtin_prefetch(&weights_[row]); }

  /// Adds a row to the sums.
  void add(Row row, Scores& scores) const {
    // A copy, for bytes may alias anything: only so the sixteen sums are one instruction.
    const Weights weights = weights_[row];
    for (std::size_t i = 0; i < lanes; ++i) {
      scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
    }
  }

  /// What it is worth that the second label follows the first; `label::outside` stands before and
  /// behind a run.
  const Transitions& transitions() const { return transitions_; }

  /// The fingerprint of the model that is built in, without loading it.
  static std::string built_in_fingerprint();

  /// A digest of the weights, for the manifest of an archive.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  void read(std::string_view file);

  std::vector<Weights> weights_;
  Transitions transitions_{};
  std::string fingerprint_;
};

}  // namespace dateline

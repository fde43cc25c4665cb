// What the trainer sees of a text: runs of words, each with its rows and its true label.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/document.h"
#include "indexer/entities/features.h"
#include "indexer/entities/label.h"
#include "indexer/train/gold_text.h"

namespace dateline {

/// A run with its answer.
struct Chain {
  std::vector<Label> labels;
  std::vector<Row> rows;            ///< of all words, one word after the other
  std::vector<std::uint32_t> ends;  ///< where the rows of each word end
  float weight = 1;

  std::span<const Row> rows_of(std::size_t word) const {
    const std::size_t begin = word == 0 ? 0 : ends[word - 1];
    return std::span(rows).subspan(begin, ends[word] - begin);
  }
};

/// Appends the chains of a text. A name that lies outside of all runs is not seen; of one that a
/// run cuts, each part is a name.
void add_chains(const GoldText& text, DocumentReader& reader, float weight,
                std::vector<Chain>& chains);

/// Leaves out the rows that stand fewer than `least` times in all chains.
void drop_rare_rows(std::vector<Chain>& chains, std::uint32_t least);

}  // namespace dateline

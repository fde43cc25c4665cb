// Sums over an index that tell whether two hold the same, in whatever order they are walked.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/text/term_list.h"

namespace dateline {

/// A digest of each entry, added up modulo 2^64. Two indexes with the same sums hold the same, but
/// for a chance of one in 2^64.
struct IndexSums {
  std::uint64_t postings = 0;   ///< of term, document and wdf
  std::uint64_t positions = 0;  ///< of term, document and positions
  std::uint64_t values = 0;     ///< of slot, document and value

  void add_posting(std::string_view term, std::uint32_t document, std::uint32_t wdf);
  /// Of a posting without positions nothing is added.
  void add_positions(std::string_view term, std::uint32_t document,
                     std::span<const std::uint32_t> term_positions);
  /// The same of a slot that is empty.
  void add_value(std::uint32_t slot, std::uint32_t document, std::string_view value);

  void add(const IndexSums& other);
};

}  // namespace dateline

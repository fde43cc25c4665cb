// The digests of entries.
#include "indexer/write/index_sums.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dateline {

namespace {

std::uint64_t digest_of(std::string_view bytes, std::uint32_t high, std::uint32_t low) {
  const std::uint64_t seed = static_cast<std::uint64_t>(high) << 32U | low;
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace

void IndexSums::add_posting(std::string_view term, std::uint32_t document, std::uint32_t wdf) {
  postings += digest_of(term, document, wdf);
}

void IndexSums::add_positions(std::string_view term, std::uint32_t document,
                              std::span<const std::uint32_t> term_positions) {
  if (!term_positions.empty()) {
    positions += XXH3_64bits_withSeed(term_positions.data(), term_positions.size_bytes(),
                                      digest_of(term, document, 0));
  }
}

void IndexSums::add_value(std::uint32_t slot, std::uint32_t document, std::string_view value) {
  if (!value.empty()) {
    values += digest_of(value, document, slot);
  }
}

void IndexSums::add(const IndexSums& other) {
  postings += other.postings;
  positions += other.positions;
  values += other.values;
}

}  // namespace dateline

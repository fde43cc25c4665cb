// The positions of a term in a document, as the position table holds them.
//
// The last position stands as a number. One position is told by that alone; more are a bit stream,
// filled from the lowest bit of each byte: the first position, how many there are, and then by
// interpolation: the one in the middle, which must leave room for those on both its sides, and so
// on for both halves (Moffat and Stuiver, "Binary interpolative coding for effective index
// compression", Information Retrieval 3, 2000).
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace dateline::glass {

/// Appends the tag for these positions: at least one, strictly ascending.
void append_position_list(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace dateline::glass

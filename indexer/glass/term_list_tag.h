// What the termlist table holds of a document: its terms, and the slots it uses.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "common/text/term_list.h"

namespace dateline::glass {

/// Appends the tag that lists the terms of a document: sorted, each once. A term is told by what
/// it does not share with the one before; a small wdf is folded into that number.
void append_term_list(std::string& out, const TermList& terms, std::uint64_t length);

/// Appends the tag that lists the slots of a document, ascending.
void append_slot_list(std::string& out, std::span<const std::uint32_t> slots);

}  // namespace dateline::glass

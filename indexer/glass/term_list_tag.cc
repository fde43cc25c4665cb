// Front coding of a document's terms.
#include "indexer/glass/term_list_tag.h"

#include <algorithm>
#include <string_view>

#include "indexer/glass/packing.h"

namespace dateline::glass {

namespace {

std::size_t shared_bytes(std::string_view one, std::string_view other) {
  const auto most = std::min(one.size(), other.size());
  return static_cast<std::size_t>(
      std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(most), other.begin())
          .first -
      one.begin());
}

}  // namespace

void append_term_list(std::string& out, const TermList& terms, std::uint64_t length) {
  if (terms.size() == 0) {
    return;
  }
  constexpr std::size_t usual_bytes = 8;  // of a term
  out.reserve(out.size() + terms.size() * usual_bytes);
  append_uint(out, length);
  append_uint(out, terms.size());
  std::string_view before;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermList::Term term = terms[i];
    const std::size_t shared = i == 0 ? 0 : shared_bytes(before, term.text);
    // The wdf and what is shared in one byte, where they fit: it is then more than any shared
    // length could be.
    const std::uint64_t folded = (std::uint64_t{term.wdf} + 1) * (before.size() + 1) + shared;
    const bool is_folded = i > 0 && folded < 256;
    if (i > 0) {
      out += static_cast<char>(is_folded ? folded : shared);
    }
    out += static_cast<char>(term.text.size() - shared);
    out += term.text.substr(shared);
    if (!is_folded) {
      append_uint(out, term.wdf);
    }
    before = term.text;
  }
}

void append_slot_list(std::string& out, std::span<const std::uint32_t> slots) {
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    append_uint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace dateline::glass

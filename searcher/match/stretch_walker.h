// Which stretches of a text are worth a tokenizer's time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "searcher/match/snippet.h"

namespace dateline {

/// Walks over the stretches of a text between white space outside of which no word begins with one
/// of some bytes, once folded. No token reaches from one into what is between them, and what is
/// between two stretches holds at least one word: so words of different stretches are never one
/// after the other. A stretch may hold no such word after all. Linear in time.
class StretchWalker {
 public:
  using Bytes = std::array<bool, 256>;

  /// The text must be valid UTF-8 and outlive the walker.
  StretchWalker(std::string_view text, const Bytes& may_begin);

  /// The next stretch, or false at the end of the text.
  bool next(Span& stretch);

 private:
  bool find_run(Span& run);
  std::size_t find_wanted(std::size_t at) const;

  std::string_view text_;
  std::array<std::uint64_t, 256> kinds_{};  // by byte: a bit in each row that it belongs to
  std::size_t at_ = 0;                      // where a run may begin
};

}  // namespace dateline

// The text of a query made fit to be read, with the way back to the bytes as they were typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Text from a prompt, a pipe or a web form, mended once at the door like an article's: valid
/// UTF-8, with every white space a plain space.
struct QueryText {
  /// Where a run without white space begins, mended and as typed.
  struct Run {
    std::size_t mended_at = 0;
    std::size_t typed_at = 0;
    bool same = true;  ///< mending left its bytes alone
  };

  std::string mended;
  std::vector<Run> runs;  ///< in order, without those that mending removed

  /// The byte as typed that stands for this one of `mended`; where mending changed the run around
  /// it, the first of that run.
  std::size_t typed_offset(std::size_t mended_offset) const;
};

QueryText mend_query(std::string_view typed);

}  // namespace dateline

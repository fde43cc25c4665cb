// Where a sentence ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// The byte offset behind the first sentence of a text, its closing quotes included; npos when no
/// sentence ends in it. A full stop after "U.N.", "Mr.", "Jan." or an initial ends none, unless the
/// text ends with it.
std::size_t find_sentence_end(std::string_view text);

/// Whether a line ends as a sentence does, with a full stop that belongs to no abbreviation.
bool ends_with_full_stop(std::string_view line);

}  // namespace dateline

// Cut-and-paste litter: lines of the page around an article that are not the article.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline {

/// A part of a text that names in it should not be taken from: a whole line, or a part of one.
struct LitterSpan {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;

  friend bool operator==(const LitterSpan&, const LitterSpan&) = default;
};

/// Comment prompts and rules, log-in, newsletter and "follow us on" lines, links to other stories,
/// rights, bylines and "X and Y contributed to this report" as whole lines or last sentences;
/// photo credits at the end of a caption and the agency of a dateline as parts of a line. In order,
/// not overlapping. They stay searchable as text, but hold no entities. What could be a sentence of
/// the story is none.
std::vector<LitterSpan> find_litter(std::string_view text);

}  // namespace dateline

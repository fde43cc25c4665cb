// Where the patterns of a query match a text: every match with its pattern, before they are merged.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/match/pattern_index.h"
#include "searcher/match/snippet.h"

namespace dateline {

/// A place of a text where one pattern matches.
struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t pattern = 0;       ///< its index
  std::vector<Span> words = {};  ///< of words near each other, in order; else the whole is one span

  friend bool operator==(const PatternMatch&, const PatternMatch&) = default;
};

inline constexpr std::size_t no_match_limit = std::numeric_limits<std::size_t>::max();

/// What was done for a text, in steps whose cost does not depend on it.
struct MatchWork {
  std::size_t tokens = 0;      ///< of the text
  std::size_t candidates = 0;  ///< those of them that were looked up among the patterns' words
  std::size_t uses = 0;        ///< the places of patterns where they stand
};

struct MatchOptions {
  std::size_t max_matches = no_match_limit;  ///< past these only rare patterns are looked for
  MatchWork* work = nullptr;                 ///< to be told what was done
};

/// All matches in order of their beginning. A pattern matches as the index does: its words at
/// consecutive positions, a compound run together standing at the position of its first word, or
/// near each other, at different positions; of those ways in which words are near, the one with
/// the latest words is taken for each end. Stop words of the query count only where the text
/// matches nothing else. Words near each other that are more than a NearFinder takes count each by
/// itself. Linear in the text.
std::vector<PatternMatch> match_patterns(std::string_view text, TextPart part,
                                         const PatternIndex& patterns, Stemmer& stemmer,
                                         const MatchOptions& options = {});

/// Adds the places that a match marks.
void append_spans(const PatternMatch& match, std::vector<Span>& spans);

/// Spans in order, those that overlap or touch as one.
std::vector<Span> merge_spans(std::vector<Span> spans);

}  // namespace dateline

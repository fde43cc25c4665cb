// Where the patterns of a query match a text: every match with its pattern, before they are merged.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/match/snippet.h"

namespace dateline {

/// A place of a text where one pattern matches.
struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t pattern = 0;  ///< its index

  friend bool operator==(const PatternMatch&, const PatternMatch&) = default;
};

inline constexpr std::size_t no_match_limit = std::numeric_limits<std::size_t>::max();

/// All matches in order of their beginning. A pattern matches as the index does: its words at
/// consecutive positions, a compound run together standing at the position of its first word.
/// Stop words of the query count only where the text matches nothing else. Past `max_matches`
/// only patterns that are rare in this text are still looked for.
std::vector<PatternMatch> match_patterns(std::string_view text, TextPart part,
                                         std::span<const MatchPattern> patterns, Stemmer& stemmer,
                                         std::size_t max_matches = no_match_limit);

/// Whether a pattern is a single word that hardly tells one article from another ("the").
bool is_stop_word(const MatchPattern& pattern);

/// The places of the matches in order, those that overlap or touch as one.
std::vector<Span> merge_matches(std::span<const PatternMatch> matches);

}  // namespace dateline

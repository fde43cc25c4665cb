// Which passages of a text show best why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/match/pattern_matcher.h"

namespace dateline {

/// A part of a text, on character bounds, without white space around it.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_begin = false;  ///< begins in the midst of a sentence
  bool cut_end = false;    ///< ends in the midst of one
};

/// At most `count` passages of at most `max_bytes`, apart from each other and in order, for matches
/// in order of their beginning. `max_bytes` is not 0. Each match is tried as the first of a passage
/// that begins with its sentence, or shortly before the match where the sentence is too long. The
/// passage with the most different patterns wins; a further one must add a pattern, or be as good
/// and well apart. Within a passage lies at least one whole match, unless it is longer than
/// `max_bytes`: then the passage is its beginning.
std::vector<Passage> choose_passages(std::string_view text, std::span<const PatternMatch> matches,
                                     std::span<const MatchPattern> patterns, std::size_t count,
                                     std::size_t max_bytes);

/// Whether a passage shows a match: the whole of it, or the beginning of one too long for any.
bool is_shown_in(const PatternMatch& match, const Passage& passage, std::size_t max_bytes);

/// The first sentence, cut where it is longer than `max_bytes`; empty for an empty text.
Passage opening_passage(std::string_view text, std::size_t max_bytes);

}  // namespace dateline

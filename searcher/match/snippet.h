// Snippets: the passages of an article that show why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/match/pattern_index.h"
#include "searcher/match/result.h"
#include "searcher/query/pattern.h"

namespace dateline {

/// A part of a text, in bytes, on character bounds.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// All places of a text that match one of the patterns, in order, apart from each other; a phrase
/// is one span, of words near each other each is one.
std::vector<Span> find_matches(std::string_view text, TextPart part, const PatternIndex& patterns,
                               Stemmer& stemmer);
std::vector<Span> find_matches(std::string_view text, TextPart part,
                               std::span<const MatchPattern> patterns, Stemmer& stemmer);

/// The text cut at the bounds of the spans.
Fragments to_fragments(std::string_view text, std::span<const Span> matches);

struct SnippetOptions {
  std::size_t count = 2;
  std::size_t max_bytes = 280;
};

/// What is shown and marked of all hits of a result.
struct Highlights {
  PatternIndex patterns;
  PatternIndex names;  ///< of the entities that filters ask for
  SnippetOptions options;
};

/// The best passages of a text, in the order of the text: those with the most different words of
/// the query, near each other, cut at sentence bounds where they fit and at words else, with "…"
/// where text is left out. Without a match of the patterns, the one sentence that has most of the
/// names; without these, the opening sentence. Empty for an empty text. Linear in the length of the
/// text.
std::vector<Fragments> make_snippets(std::string_view text, const PatternIndex& patterns,
                                     const PatternIndex& names, Stemmer& stemmer,
                                     const SnippetOptions& options);

}  // namespace dateline

// Snippets: the passages of an article that show why it was found.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/stemmer.h"
#include "searcher/match/result.h"
#include "searcher/query/compiler.h"

namespace dateline {

/// A part of a text, in bytes, on character bounds.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// All places of a text that match one of the patterns, in order, apart from each other; a phrase
/// is one span. Which part of the article the text is decides which patterns count.
enum class TextPart { Title, Text, Author };
std::vector<Span> find_matches(std::string_view text, TextPart part,
                               std::span<const MatchPattern> patterns, Stemmer& stemmer);

/// The text cut at the bounds of the spans.
Fragments to_fragments(std::string_view text, std::span<const Span> matches);

struct SnippetOptions {
  std::size_t count = 2;
  std::size_t max_bytes = 280;
};

/// The best passages of a text, in the order of the text: those with the most different words of
/// the query, near each other, cut at sentence bounds where they fit and at words else, with "…"
/// where text is left out. Without a match, the opening sentence. Empty for an empty text.
/// Linear in the length of the text.
std::vector<Fragments> make_snippets(std::string_view text, std::span<const MatchPattern> patterns,
                                     Stemmer& stemmer, const SnippetOptions& options);

}  // namespace dateline

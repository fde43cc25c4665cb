// Text to terms with positions: alone decides what a term is, the same for articles and queries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/stemmer.h"

namespace dateline {

/// A term of one article, as the index will hold it.
struct Term {
  std::string text;  ///< with its prefix; at most `max_term_bytes`
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;  ///< ascending, without repeats

  friend bool operator==(const Term&, const Term&) = default;
};

/// Xapian refuses 246; NUL, which would count double, never reaches a term.
inline constexpr std::size_t max_term_bytes = 245;

/// `prefix` + `value`, shortened when it is too long for a term: its first bytes and a digest of
/// the whole, so that different values stay different terms.
std::string make_term(std::string_view prefix, std::string_view value);

/// The terms of a text field and body, in order of their bytes:
/// - `Z` + stem with positions for every word of title and text. A word of the text counts 1 to
///   wdf, a word of the title `title_wdf`, a word of a derived title nothing (it stands in the
///   text); a compound counts nothing.
/// - the exact word, wdf 0 and without positions, where it differs from its stem or another word
///   of the article has the same stem: so `=run` can be answered (docs/archive-format.md).
/// - `S` + stem for the title and `A` + stem for the author, with positions, wdf 0.
/// Positions start at 1; between title and text lies `title_gap`, so that no phrase spans them.
std::vector<Term> analyze_article(const Article& article, StemmerSet& stemmers);

inline constexpr std::uint32_t title_wdf = 2;
inline constexpr std::uint32_t title_gap = 100;

/// Name and version of all that decides what a term is. Changed by hand with every change of it.
inline constexpr std::string_view analyzer_name = "dateline-1";

/// A digest of the terms of a fixed text in every language: differs when a stemmer or the Unicode
/// library of this machine makes other terms than the one an archive was written with.
std::string analyzer_fingerprint();

}  // namespace dateline

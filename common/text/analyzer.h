// Text to terms with positions: alone decides what a term is, the same for articles and queries.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/text/term_list.h"

namespace dateline {

/// `prefix` + `value`, shortened when it is too long for a term: its first bytes and a digest of
/// the whole, so that different values stay different terms.
std::string make_term(std::string_view prefix, std::string_view value);

class TermCollector;

/// Makes the terms of text fields and body, of one article after the other; not for two threads at
/// a time. Remembers the words it meets, so that one it has met costs a look into a hash table;
/// the terms do not depend on what it remembers. Its memory is bounded, but for what a very long
/// article takes while it is analyzed.
class TermAnalyzer {
 public:
  TermAnalyzer();
  ~TermAnalyzer();
  TermAnalyzer(TermAnalyzer&&) noexcept;
  TermAnalyzer& operator=(TermAnalyzer&&) noexcept;
  TermAnalyzer(const TermAnalyzer&) = delete;
  TermAnalyzer& operator=(const TermAnalyzer&) = delete;

  /// Adds the terms of an article to a list, in no special order, each once:
  /// - `Z` + stem with positions for every word of title and text. A word of the text counts 1 to
  ///   wdf, a word of the title `title_wdf`, a word of a derived title nothing (it stands in the
  ///   text); a compound counts nothing.
  /// - the exact word, wdf 0 and without positions, where it differs from its stem or another word
  ///   of the article has the same stem: so `=run` can be answered (docs/archive-format.md).
  /// - `S` + stem for the title and `A` + stem for the author, with positions, wdf 0.
  /// Positions start at 1; between title and text lies `title_gap`, so that no phrase spans them.
  void analyze(const Article& article, TermList& terms);

 private:
  TermCollector& collector_of(std::string_view language_code);
  void bound_memory();

  std::map<std::string, std::unique_ptr<TermCollector>, std::less<>> collectors_;  // by language
};

inline constexpr std::uint32_t title_wdf = 2;
inline constexpr std::uint32_t title_gap = 100;

/// Name and version of all that decides what a term is. Changed by hand with every change of it.
inline constexpr std::string_view analyzer_name = "dateline-1";

/// A digest of the terms of a fixed text in every language: differs when a stemmer or the Unicode
/// library of this machine makes other terms than the one an archive was written with.
std::string analyzer_fingerprint();

}  // namespace dateline

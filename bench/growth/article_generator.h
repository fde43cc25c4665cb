// Articles without end for measuring growth: nobody wrote them, but to an indexer they look like
// news. Their statistics are those of 27,349 real articles of three kinds (newswire of 1987, a
// broadcaster's site of 2004, five sites of 2024); bench/README.md has both side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

#include "bench/growth/rank_distribution.h"
#include "bench/growth/spelling.h"

namespace dateline {

/// What articles are drawn from.
struct GeneratorVocabulary {
  RankDistribution words;
  RankDistribution names;
  RankDistribution outlets;
  SpelledWords spelled;
};

/// Makes articles by their number, each from itself alone: any part of the corpus is the same
/// whichever other parts were made, in whatever order. May be shared by threads.
class ArticleGenerator {
 public:
  /// Another seed makes other articles of the same kind, with the same words and names.
  explicit ArticleGenerator(std::uint64_t seed);

  /// Appends the article of a number as a line of JSON, with a line end.
  void append(std::uint64_t number, std::string& lines) const;

 private:
  std::uint64_t seed_;
  GeneratorVocabulary vocabulary_;
};

struct GenerateOptions {
  std::uint64_t seed = 1;
  std::uint64_t first = 0;  ///< the number of the first article
  std::uint64_t articles = 0;
  unsigned jobs = 0;  ///< threads; 0: as many as the machine has cores
  std::function<bool()> should_stop = [] { return false; };
};

/// Writes articles as JSON lines, the same bytes with any number of threads. Returns the bytes.
/// Throws Error when it is asked to stop.
std::uint64_t generate_articles(const GenerateOptions& options, std::ostream& out);

}  // namespace dateline

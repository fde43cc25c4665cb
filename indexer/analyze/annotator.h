// What would be extracted from an article, by its place in the article as it was read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline {

struct Annotation {
  std::string_view type;  ///< "person", "organization", "location" or "date"
  std::size_t begin = 0;  ///< in code points of the text
  std::size_t end = 0;
  std::string text;    ///< what stands there
  std::string entity;  ///< the name this article uses in full; of a date, "2023-01-27" or "2023-01"
};

struct AnnotatedArticle {
  std::string id;
  std::string text;  ///< title and line end, where there is a title, and text: unmended
  std::vector<Annotation> mentions;  ///< in order of the text
};

/// Finds what `ArticleAnalyzer` would find, in the same way; here, title and text of the article
/// are valid UTF-8 that is not mended yet. A line that repeats the title holds
/// mentions only where it has the very words of the title in the same places. May be called by
/// several threads with one tagger.
AnnotatedArticle annotate_article(Article article, const AnalysisOptions& options,
                                  const EntityTagger& tagger);

}  // namespace dateline

// The middle of the way of an article: from what was read to what will be written.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/name.h"
#include "common/text/analyzer.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

struct AnalyzedArticle {
  Article article;          ///< completed: headline, outlet, author, date, language
  std::vector<Term> terms;  ///< of text fields, in order
  std::vector<Name> names;  ///< what the article names, and its outlet; in order, each once
};

struct AnalysisOptions {
  std::string language = "en";  ///< of articles that do not say theirs; ISO 639-1
  bool entities = true;
};

/// Analyzes articles, one at a time; every thread has its own, and shares the tagger.
class ArticleAnalyzer {
 public:
  /// The tagger outlives the analyzer.
  ArticleAnalyzer(AnalysisOptions options, const EntityTagger& tagger);

  AnalyzedArticle analyze(Article article);

 private:
  AnalysisOptions options_;
  const EntityTagger& tagger_;
  StemmerSet stemmers_;
};

}  // namespace dateline

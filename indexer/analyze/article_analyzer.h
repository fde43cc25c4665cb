// The middle of the way of an article: from what was read to what will be written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/name.h"
#include "common/period.h"
#include "common/text/analyzer.h"
#include "indexer/analyze/headline.h"
#include "indexer/entities/entity_tagger.h"

namespace dateline {

struct AnalyzedArticle {
  Article article;          ///< completed: headline, outlet, author, date, language
  TermList terms;           ///< of text fields, in no special order
  std::vector<Name> names;  ///< what the article names, and its outlet; in order, each once
  std::vector<NameDefinition> definitions;  ///< of acronyms; in no special order
  std::vector<Period> mentioned;            ///< the dates it names; in order, each once
};

struct AnalysisOptions {
  std::string language = "en";  ///< of articles that do not say theirs; ISO 639-1
  bool entities = true;
};

/// What an article does not say of itself, or says only in its text: headline, publication and,
/// where it has none that is known, its language.
HeadlineTrace complete_article(Article& article, std::string_view default_language);

/// Analyzes articles, one at a time; every thread has its own, and shares the tagger.
class ArticleAnalyzer {
 public:
  /// The tagger outlives the analyzer.
  ArticleAnalyzer(AnalysisOptions options, const EntityTagger& tagger);

  AnalyzedArticle analyze(Article article);

  /// The same for an article that is completed already, as the archive stores it: what `analyze`
  /// gave when it was written.
  AnalyzedArticle derive(Article article);

  /// Takes back the terms of an article that nobody needs any more: the next one's are put into
  /// their memory.
  void take_back(TermList terms) { spare_terms_ = std::move(terms); }

 private:
  AnalysisOptions options_;
  const EntityTagger& tagger_;
  TermAnalyzer term_analyzer_;
  TermList spare_terms_;
};

}  // namespace dateline

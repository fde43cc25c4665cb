// Headline, publication and language first, for terms and names depend on them.
#include "indexer/analyze/article_analyzer.h"

#include <algorithm>
#include <utility>

#include "common/text/stemmer.h"
#include "common/text/utf8.h"
#include "indexer/analyze/headline.h"
#include "indexer/analyze/mentions.h"
#include "indexer/analyze/publication.h"

namespace dateline {

namespace {

/// In order, each once.
std::vector<Period> periods_of(const std::vector<DateMention>& dates) {
  std::vector<Period> periods;
  periods.reserve(dates.size());
  for (const DateMention& date : dates) {
    periods.push_back(date.period);
  }
  std::ranges::sort(periods);
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  return periods;
}

}  // namespace

HeadlineTrace complete_article(Article& article, std::string_view default_language) {
  const HeadlineTrace trace = find_headline(article);
  find_publication(article);
  const Language* const language = find_language(article.language);
  article.language = language != nullptr ? language->code : default_language;
  return trace;
}

ArticleAnalyzer::ArticleAnalyzer(AnalysisOptions options, const EntityTagger& tagger)
    : options_(std::move(options)), tagger_(tagger) {}

AnalyzedArticle ArticleAnalyzer::analyze(Article article) {
  complete_article(article, options_.language);
  return derive(std::move(article));
}

AnalyzedArticle ArticleAnalyzer::derive(Article article) {
  AnalyzedArticle analyzed;
  analyzed.terms = std::exchange(spare_terms_, {});
  analyzed.terms.clear();
  term_analyzer_.analyze(article, analyzed.terms);
  const MentionText text = text_of_mentions(article);
  ArticleNames names;
  if (options_.entities) {
    names = find_names(text, article, tagger_);
  }
  for (const Mention& mention : names.mentions) {
    analyzed.names.push_back({mention.type, mention.name});
  }
  analyzed.definitions = std::move(names.definitions);
  analyzed.mentioned = periods_of(find_dates(text, article, names.mentions));
  if (const std::string outlet = mend_line(article.source);
      !outlet.empty() && outlet.size() <= max_name_bytes) {
    analyzed.names.push_back({NameType::Source, outlet});
  }
  std::ranges::sort(analyzed.names);
  analyzed.names.erase(std::unique(analyzed.names.begin(), analyzed.names.end()),
                       analyzed.names.end());
  analyzed.article = std::move(article);
  return analyzed;
}

}  // namespace dateline

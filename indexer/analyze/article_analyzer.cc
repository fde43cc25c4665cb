// Headline, publication and language first, for terms and names depend on them.
#include "indexer/analyze/article_analyzer.h"

#include <algorithm>
#include <utility>

#include "common/text/stemmer.h"
#include "common/text/utf8.h"
#include "indexer/analyze/headline.h"
#include "indexer/analyze/litter.h"
#include "indexer/analyze/publication.h"

namespace dateline {

namespace {

/// What the tagger reads: title and text, with spaces in the place of litter, so that it can
/// neither be named nor lend its names to the story.
struct TaggedText {
  std::string text;
  std::size_t headline_end = 0;
};

TaggedText text_to_tag(const Article& article) {
  TaggedText tagged;
  // A derived title stands in the text already.
  if (!article.title_derived && !article.title.empty()) {
    tagged.text = article.title + "\n";
    tagged.headline_end = tagged.text.size();
  }
  tagged.text += article.text;
  for (const LitterSpan& litter : find_litter(article.text)) {
    const auto begin =
        tagged.text.begin() + static_cast<std::ptrdiff_t>(tagged.headline_end + litter.begin);
    std::fill_n(begin, litter.end - litter.begin, ' ');
  }
  return tagged;
}

void add_name(std::vector<Name>& names, NameType type, std::string_view text) {
  std::string line = mend_line(text);
  if (!line.empty() && line.size() <= max_name_bytes) {
    names.push_back({type, std::move(line)});
  }
}

}  // namespace

ArticleAnalyzer::ArticleAnalyzer(AnalysisOptions options, const EntityTagger& tagger)
    : options_(std::move(options)), tagger_(tagger) {}

AnalyzedArticle ArticleAnalyzer::analyze(Article article) {
  find_headline(article);
  find_publication(article);
  const Language* const language = find_language(article.language);
  article.language = language != nullptr ? std::string(language->code) : options_.language;

  AnalyzedArticle analyzed;
  analyzed.terms = analyze_article(article, stemmers_);
  if (options_.entities) {
    const TaggedText tagged = text_to_tag(article);
    for (const Mention& mention : tagger_.tag(tagged.text, article.language, tagged.headline_end)) {
      add_name(analyzed.names, mention.type, mention.name);
    }
  }
  add_name(analyzed.names, NameType::Source, article.source);
  std::ranges::sort(analyzed.names);
  analyzed.names.erase(std::unique(analyzed.names.begin(), analyzed.names.end()),
                       analyzed.names.end());
  analyzed.article = std::move(article);
  return analyzed;
}

}  // namespace dateline

// Reads them as the indexer does.
#include "bench/micro/sample_articles.h"

#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

#include "indexer/analyze/headline.h"
#include "indexer/read/file_walk.h"
#include "indexer/read/reader.h"

namespace dateline {

namespace {

std::vector<Article> read_samples() {
  std::vector<Article> articles;
  for (const FoundFile& file : find_files({DATELINE_SAMPLE_ARTICLES}, std::nullopt).files) {
    const std::unique_ptr<ArticleReader> reader = open_reader(file.file, file.format);
    while (std::optional<ReadResult> result = reader->next()) {
      Article article = mend_article(std::move(std::get<RawArticle>(*result)));
      if (article.language.empty()) {
        article.language = "en";
      }
      find_headline(article);
      articles.push_back(std::move(article));
    }
  }
  if (articles.empty()) {
    throw std::runtime_error("there are no sample articles in " DATELINE_SAMPLE_ARTICLES);
  }
  return articles;
}

}  // namespace

const std::vector<Article>& sample_articles() {
  static const std::vector<Article> articles = read_samples();
  return articles;
}

std::int64_t sample_text_bytes() {
  std::int64_t bytes = 0;
  for (const Article& article : sample_articles()) {
    bytes += static_cast<std::int64_t>(article.text.size());
  }
  return bytes;
}

}  // namespace dateline

// Mending is one call for title and text each.
#include "indexer/read/raw_article.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {

Article mend_article(RawArticle raw) {
  Article article = std::move(raw.article);
  article.title = mend_line(raw.title);
  if (!is_blank_when_mended(raw.text)) {
    article.text = mend_text(raw.text);
  }
  return article;
}

Article unmended_article(RawArticle raw) {
  raw.article.title = std::move(raw.title);
  raw.article.text = std::move(raw.text);
  return std::move(raw.article);
}

bool is_blank_when_mended(std::string_view text) {
  // Printable ASCII stays whatever stands around it, and nearly every text has some at once.
  return std::ranges::none_of(text, [](char c) { return c > ' ' && c < 0x7F; }) &&
         mend_text(text).find_first_not_of(" \n\t") == std::string::npos;
}

}  // namespace dateline

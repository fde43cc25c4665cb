// One document after the other, each for itself: a damaged one costs no other.
#include "indexer/write/stored_articles.h"

#include "common/archive/stored_article.h"
#include "common/field.h"

namespace dateline {

StoredArticles::StoredArticles(const std::filesystem::path& database)
    : database_(database.string()), last_document_(database_.get_lastdocid()) {}

std::optional<StoredArticle> StoredArticles::next() {
  while (document_ < last_document_) {
    StoredArticle stored;
    stored.document = ++document_;
    try {
      const Xapian::Document document = database_.get_document(stored.document);
      stored.article = from_stored(document.get_data());
      stored.digest = document.get_value(static_cast<Xapian::valueno>(Slot::Digest));
    } catch (const Xapian::DocNotFoundError&) {
      continue;
    } catch (const Xapian::DatabaseCorruptError&) {
      // The article is lost, or only its digest: then it will count as changed.
    }
    return stored;
  }
  return std::nullopt;
}

}  // namespace dateline

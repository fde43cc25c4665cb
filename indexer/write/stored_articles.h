// The articles of an archive as they are stored: what everything else can be derived from again.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "common/article.h"

namespace dateline {

struct StoredArticle {
  std::uint32_t document = 0;
  std::optional<Article> article;  ///< none: it is damaged
  std::string digest;              ///< of it as it was read; empty where that is damaged
};

/// Hands out the articles of a database in the order of their documents. For one thread.
class StoredArticles {
 public:
  /// Throws Xapian::Error.
  explicit StoredArticles(const std::filesystem::path& database);

  /// The next article; empty at the end.
  std::optional<StoredArticle> next();

 private:
  Xapian::Database database_;
  std::uint32_t document_ = 0;
  std::uint32_t last_document_;
};

}  // namespace dateline

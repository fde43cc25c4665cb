// What becomes of an article that was read: new, changed, unchanged, or in conflict with another
// one of the same id. The rules are those of "Identity" in docs/archive-format.md.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"
#include "indexer/write/archive_writer.h"

namespace dateline {

/// Compares the articles of one run with those of an archive. Articles are shown to it in the order
/// of their sources, each before anything is written of it or a later one.
class Reconciler {
 public:
  /// `database` outlives the reconciler and may be written meanwhile. `model` goes into the digest:
  /// with another one every article has changed.
  Reconciler(const Xapian::Database& database, std::string_view model);

  /// Says which files this run is going to read, before any is.
  void expect_file(const std::string& path);

  /// Says that a file was read to its end, without a problem that could hide an article.
  void finish_file(const std::string& path);

  /// Decides about an article, and gives it the id under which its origin is known.
  Decision decide(Article& article);

  /// Tells the number that an added article got.
  void note_document(std::uint32_t document);

  /// Where an article of the archive lies and came from.
  struct Place {
    std::uint32_t document;
    std::string path;
  };

  /// The article of that id.
  std::optional<Place> find_article(std::string_view id) const;

  /// The articles whose origin lies under one of these paths and is gone: the file does not
  /// exist, or was read to its end without showing the article.
  std::vector<Place> find_gone(const std::vector<std::string>& roots) const;

 private:
  struct KnownArticle {
    std::uint32_t document;
    std::string id;
    Origin origin;
    std::string digest;
  };

  std::optional<KnownArticle> find_origin(const Origin& origin) const;
  std::optional<KnownArticle> find_id(std::string_view id) const;
  KnownArticle read_known(std::uint32_t document) const;
  bool is_gone(const Origin& origin) const;
  Decision take_id(const Article& article, const KnownArticle& holder) const;

  const Xapian::Database& database_;
  std::string model_;
  std::map<std::string, bool, std::less<>> files_;  // of this run; whether read to their end
  std::unordered_map<std::string, Origin> seen_ids_;
  std::vector<bool> seen_documents_;
};

}  // namespace dateline

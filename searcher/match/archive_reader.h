// Archives open for reading, one or several as one.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/corrections.h"
#include "common/archive/entity_map.h"
#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/article.h"

namespace dateline {

/// An article, and which of the archives it is in.
struct FoundArticle {
  std::string archive;  ///< its name; empty when there is but one
  Article article;
};

/// One committed state of an archive, or of each of several that are searched as one. For one
/// thread.
class ArchiveReader {
 public:
  /// Opens archives, at least one and each once. Throws Error with the exit code that fits: not
  /// there, not readable, of another version, damaged.
  explicit ArchiveReader(std::vector<NamedArchive> archives);
  explicit ArchiveReader(const ArchiveLayout& layout);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Runs `ask` on one committed state: again, from its start and on the newest state, when a
  /// writer has overtaken it. What Xapian complains of is thrown as Error.
  void consistently(const std::function<void()>& ask);

  /// The archives, in the order they were given.
  std::span<const NamedArchive> archives() const { return archives_; }
  bool has_several() const { return archives_.size() > 1; }

  /// Names and entities, as the user has corrected them when the state was opened.
  const EntityMap& entities() const;

  /// What of the corrections of an archive could not be understood.
  const Corrections& corrections(std::size_t archive) const;

  std::span<const std::string> languages() const;  ///< codes, in order

  /// The articles of that id, one at most of each archive, in the order of the archives. Where
  /// there are several archives, "ARCHIVE:ID" is the article of that archive.
  std::vector<FoundArticle> find_articles(std::string_view id);

  struct State;  ///< the Xapian side, for the rest of this room
  State& state() { return *state_; }

 private:
  void open(std::span<const NamedArchive> archives, std::span<const Manifest> manifests);
  bool is_open(std::span<const Manifest> manifests) const;
  void tell_damaged(const std::function<void()>& ask);

  std::vector<NamedArchive> archives_;
  std::vector<ArchiveLayout> layouts_;
  std::unique_ptr<State> state_;
};

}  // namespace dateline

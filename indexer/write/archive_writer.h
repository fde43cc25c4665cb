// An archive open for writing, one article at a time through Xapian's own API.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "common/article.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline {

/// What is to be done with an article that was read.
struct Decision {
  enum class Kind { Add, Update, Unchanged, Refuse };

  Kind kind = Kind::Add;
  std::uint32_t document = 0;  ///< the one to replace, for Update
  std::string digest;          ///< to be kept with the article
  std::string conflict;  ///< one sentence when another article has the id; may come with Update
};

enum class WriteMode {
  Write,   ///< makes the archive if it is not there, and holds its lock
  Extend,  ///< the same, but there must be one, and its entity model stays
  DryRun,  ///< decides the same, and writes nothing at all
};

/// The one writer of an archive. What is committed stays, whatever happens later; what is not is
/// lost together. For one thread.
class ArchiveWriter {
 public:
  /// `model` names what looks for entities: with another one, every article has changed. Throws
  /// Error: the path is a file or another folder, no permission, locked by another writer, of
  /// another version, damaged.
  ArchiveWriter(const ArchiveLayout& layout, std::string_view model, WriteMode mode);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// Says which files this run is going to read, before any is; and that one was read to its end,
  /// without a problem that could hide an article.
  void expect_file(const std::string& path);
  void finish_file(const std::string& path);

  /// Decides about an article, and gives it the id under which its origin is known. Articles are
  /// shown in the order of their sources.
  Decision decide(Article& article);

  /// Adds an article or replaces one, as was decided.
  void write(const Decision& decision, const AnalyzedArticle& analyzed);

  /// Removes the articles whose origin lies under one of these paths and is gone; returns how many.
  std::size_t prune(const std::vector<std::string>& roots);

  /// Removes the article of that id; false when there is none.
  bool remove(std::string_view id);

  /// Makes all that was written last. Throws Error when the disk does not take it: the archive is
  /// then what it was after the last commit.
  void commit();

  /// Commits, settles which names are one entity, and dates the manifest.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline

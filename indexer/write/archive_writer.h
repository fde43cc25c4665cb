// An archive open for writing: one writer, two ways to write.
//
// Small changes go through Xapian's API into the generation that is there; large ones make a new
// generation in bulk. Which way an article took cannot be told from the archive, but for the
// numbers of its document and names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "common/article.h"
#include "indexer/bulk/batch_encoder.h"
#include "indexer/write/article_record.h"
#include "indexer/write/source_files.h"

namespace dateline {

/// What is to be done with an article that was read.
struct Decision {
  enum class Kind { Add, Update, Unchanged, Refuse };

  Kind kind = Kind::Add;
  std::uint32_t document = 0;      ///< the one to replace, for Update
  std::uint32_t new_document = 0;  ///< its number, when it is written in bulk
  std::string digest;              ///< to be kept with the article
  std::string conflict;    ///< one sentence when another article has the id; may come with Update
  std::string loser_path;  ///< the file of that other article, when this one takes its place
};

enum class WriteMode {
  Write,     ///< makes the archive if it is not there, and holds its lock
  Extend,    ///< the same, but there must be one, and its entity model stays
  Rebuild,   ///< the same as Write, but begins without what is there, be it damaged or outdated
  Rederive,  ///< the same, but the articles are those that are there
  DryRun,    ///< decides the same, and writes nothing at all
};

/// How articles are written.
enum class WritePath {
  Automatic,  ///< as many as there are
  Direct,     ///< one by one
  Bulk,       ///< all at once
};

struct WriterOptions {
  std::string model;  ///< what looks for entities: with another one, every article has changed
  WriteMode mode = WriteMode::Write;
  WritePath path = WritePath::Automatic;
  std::size_t memory_bytes = std::size_t{256} << 20;  ///< for what is gathered in bulk
  unsigned threads = 1;
};

/// An article on its way into the archive.
struct PreparedArticle {
  Decision decision;
  ArticleRecord record;  ///< of one that is written in bulk only the names
};

/// Articles that are written together.
struct PreparedBatch {
  std::vector<PreparedArticle> articles;
  std::optional<EncodedBatch> encoded;  ///< of all these articles, when they are written in bulk
};

/// The one writer of an archive. What is committed stays, whatever happens later; what is not is
/// lost together. For one thread.
class ArchiveWriter {
 public:
  /// Throws Error: the path is a file or another folder, no permission, locked by another writer,
  /// of another version, damaged.
  ArchiveWriter(const ArchiveLayout& layout, WriterOptions options);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// The database that is there, for Rederive.
  std::filesystem::path database() const;

  /// What was found in a file when an earlier run read it in this way, and nobody has touched it
  /// since; nullptr when it must be read.
  const ReadFile* find_untouched(std::string_view path, std::string_view reading,
                                 const FileState& now) const;

  /// Keeps that a file was read to its end, for later runs. `seen_ns` is as `SourceFiles` has it.
  void keep_source(std::string path, std::string_view reading, const ReadFile& read,
                   std::int64_t seen_ns);

  /// Says which files this run is going to read, before any is; and that one was read to its end,
  /// without a problem that could hide an article.
  void expect_file(const std::string& path);
  void finish_file(const std::string& path);

  /// Decides about an article, and gives it the id under which its origin is known. Articles are
  /// shown in the order of their sources.
  Decision decide(Article& article);

  /// Whether articles are to be encoded for a bulk import. They are then numbered in the order in
  /// which they will be written.
  bool is_bulk() const;
  void number(Decision& decision);

  /// Whether so much has been written one by one, or is expected, that the rest should be written
  /// in bulk; and to do so from now on, when all batches before are written.
  bool prefers_bulk(std::uint64_t expected_bytes) const;
  void begin_bulk();

  /// Adds and replaces articles as was decided.
  void write(PreparedBatch batch);

  /// Removes the articles whose origin lies under one of these paths and is gone; returns how many.
  std::size_t prune(const std::vector<std::string>& roots);

  /// Removes the article of that id; false when there is none.
  bool remove(std::string_view id);

  /// Makes last what was written one by one. Throws Error when the disk does not take it: the
  /// archive is then what it was after the last commit.
  void commit();

  /// Makes all last, settles which names are one entity, and dates the manifest.
  void finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline

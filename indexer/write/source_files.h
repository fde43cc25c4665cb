// The record of files that were read to their end, so that an update passes over the ones that
// nobody touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/file_state.h"
#include "indexer/flat_index.h"

namespace dateline {

/// A file as it was before it was read, and what was found in it.
struct ReadFile {
  FileState state;
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;  ///< of titles and texts

  friend bool operator==(const ReadFile&, const ReadFile&) = default;
};

/// The files of which the archive holds every article. A file that is missing here is read again,
/// which costs time and nothing else; one that stands here wrongly would be passed over. So a file
/// is set and the record written after the commit of its articles, and it is forgotten, and the
/// record written, before the commit that removes one of them.
///
/// Paths are absolute, in the bytes of the file system. `reading` says how a file was read, in few
/// different short texts: its format, the default language, what looked for entities. A file is
/// known under the last reading only. About 80 bytes and the path are kept for each file.
class SourceFiles {
 public:
  /// Empty when the file is missing, damaged or of another version; never throws for what it is.
  static SourceFiles read(const std::filesystem::path& file);

  /// What was found in a file when it was read in this way; nullptr when it never was. Good until
  /// the next change.
  const ReadFile* find(std::string_view path, std::string_view reading) const;

  /// Whether the file was read in this way and is what it was then.
  bool is_untouched(std::string_view path, std::string_view reading, const FileState& now) const;

  /// Keeps that a file was read. Its state was taken before the reading and not before `seen_ns`;
  /// when it was not settled then, the file is forgotten instead.
  void set(std::string_view path, std::string_view reading, const ReadFile& read,
           std::int64_t seen_ns);

  void forget(std::string_view path);

  std::size_t size() const { return known_; }

  /// Whether there is anything that the file does not hold from which this was read.
  bool is_changed() const { return is_changed_; }

  /// The record as it stands in its file: the same for the same files, whatever happened before.
  std::string to_text() const;

  /// Replaces the file as a whole. Throws Error when the disk does not take it.
  void write(const std::filesystem::path& file);

 private:
  using ReadingId = std::uint32_t;
  static constexpr ReadingId no_reading = UINT32_MAX;

  struct Entry {
    ReadFile read;
    std::size_t path_begin = 0;  // in paths_
    std::uint32_t path_bytes = 0;
    ReadingId reading = no_reading;  // none when it was forgotten
  };

  std::string_view path_of(const Entry& entry) const {
    return std::string_view(paths_).substr(entry.path_begin, entry.path_bytes);
  }
  std::optional<std::uint32_t> find_entry(std::string_view path) const;
  void put(std::string_view path, ReadingId reading, const ReadFile& read);
  ReadingId id_of(std::string_view reading);
  bool take_lines(std::string_view lines);

  std::string paths_;  // one after the other
  std::vector<Entry> entries_;
  FlatIndex by_path_;                  // numbers of entries_
  std::vector<std::string> readings_;  // their places are the ids
  std::size_t known_ = 0;
  bool is_changed_ = false;
};

}  // namespace dateline

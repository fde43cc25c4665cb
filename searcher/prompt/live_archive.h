// An archive, or several, through a session: opened again when something has been done to it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/layout.h"
#include "searcher/match/archive_reader.h"

namespace dateline {

/// A reader follows a writer's commits by itself, but not a folder that was removed and made anew,
/// nor corrections that the user writes meanwhile. Here both are seen at the next question.
class LiveArchive {
 public:
  /// `report` is told of a reader whose corrections have not been read before.
  LiveArchive(std::vector<NamedArchive> archives, std::function<void(const ArchiveReader&)> report)
      : archives_(std::move(archives)), report_(std::move(report)) {}

  /// The reader of the archive as it is now. Throws Error as opening does; asked again, it tries
  /// again.
  ArchiveReader& reader();

  /// How often a reader was opened: what was learnt of the archive before is old when this grows.
  std::size_t openings() const { return openings_; }

  /// The archives, their folders such as a shell finds them from anywhere.
  std::vector<NamedArchive> archives() const;

 private:
  std::vector<NamedArchive> archives_;
  std::function<void(const ArchiveReader&)> report_;
  std::unique_ptr<ArchiveReader> reader_;
  std::string seen_manifests_;  ///< what the files were when the reader was opened
  std::string seen_corrections_ = "none";
  std::size_t openings_ = 0;
};

}  // namespace dateline

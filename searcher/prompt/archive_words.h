// What an archive has to offer to completion.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/prompt/completion.h"
#include "searcher/prompt/live_archive.h"

namespace dateline {

/// Keeps the names of entities once they were asked for, until the archive is opened again, so
/// that Tab answers at once.
class ArchiveWords {
 public:
  explicit ArchiveWords(LiveArchive& archive) : archive_(archive) {}

  /// Its functions lead here, and throw Error when the archive cannot be read.
  CompletionSource source();

 private:
  struct KnownName {
    std::string shown;
    std::string folded;  ///< all its names, each after a line end and a space
  };

  const std::vector<KnownName>& names_of(NameType type);
  std::vector<std::string> find_names(NameType type, std::string_view beginning);
  std::vector<std::string> find_words(std::string_view beginning);

  LiveArchive& archive_;
  std::array<std::vector<KnownName>, all_name_types.size()> names_;
  std::array<std::size_t, all_name_types.size()> openings_{};  ///< when these were read
};

}  // namespace dateline

// What an archive holds, for `info`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/name.h"

namespace dateline {

struct ArchiveInfo {
  std::string folder;
  std::string database;  ///< the folder for Xapian's own tools
  std::size_t articles = 0;
  std::uint64_t text_bytes = 0;                               ///< titles and texts
  std::uint64_t archive_bytes = 0;                            ///< of all files
  std::map<std::string, std::size_t> languages;               ///< articles by code
  std::array<std::size_t, all_name_types.size()> entities{};  ///< by NameType
  Manifest manifest;
};

/// Counts through an archive, of any analyzer and model but this schema version. Throws Error when
/// there is none or it cannot be read.
ArchiveInfo read_archive_info(const ArchiveLayout& layout);

}  // namespace dateline

// Whether an archive is what was committed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "indexer/write/damage.h"

namespace dateline {

struct CheckOptions {
  unsigned threads = 1;
  /// How long damaged tables may keep Xapian busy without any progress, before it is given up.
  std::chrono::milliseconds patience = std::chrono::seconds(60);
};

struct ArchiveCheck {
  /// What decided: every byte of every file; or, while a writer is at work or after it has died,
  /// the structure of the tables and what the stored text gives.
  enum class Way { Digests, Contents };

  Way way = Way::Digests;
  std::vector<Damage> damage;           ///< none when the archive is whole
  std::optional<std::size_t> articles;  ///< when it could be counted
  std::size_t files = 0;                ///< that were compared byte by byte
  std::uint64_t bytes = 0;              ///< of these
  std::string other_model;  ///< found the names and is not this program's, so that they could not
                            ///< be found again; empty when they could
};

/// Reads the whole archive, while no writer commits. Throws Error when there is none, when it
/// cannot be read, or when it is of another version: that is no damage.
ArchiveCheck check_archive(const ArchiveLayout& layout, const CheckOptions& options);

/// What a user can do about the damage: one sentence.
std::string advice_for(const ArchiveCheck& check);

}  // namespace dateline

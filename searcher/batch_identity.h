// What a batch is: by it an interrupted one is known again.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/archive/layout.h"
#include "searcher/run_manifest.h"

namespace dateline {

/// What the bytes of a batch come from: given the same, they are the same.
struct BatchIdentity {
  std::string program;                ///< and the library that ranks, with their versions
  std::string day;                    ///< that ages such as "3m.." count back from
  std::vector<std::string> options;   ///< all that can change a byte, as they were given
  std::string topics;                 ///< the digest of their file
  std::string since;                  ///< the digest of the earlier run; empty: none
  std::vector<std::string> archives;  ///< what tells the state of each; empty: it cannot be told
};

/// Why a batch cannot go on with the answers of another, and what the user can do.
struct BatchDifference {
  std::string message;
  std::string hint;
};

/// Nothing when it can: all is the same, but for the day.
std::optional<BatchDifference> find_difference(const BatchIdentity& kept,
                                               const BatchIdentity& asked);

/// What tells the state of each archive: its files and its corrections, and of several their names.
std::vector<std::string> archive_states(std::span<const NamedArchive> archives,
                                        std::span<const ArchiveRevision> revisions);

}  // namespace dateline

// The check of a generation whose digests are not known: whether its tables hold together, and
// whether the index is what the stored text gives.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "common/archive/layout.h"
#include "indexer/write/damage.h"

namespace dateline {

/// Told while the check goes on, for damaged tables can end it at any time.
struct ContentCheckHooks {
  std::function<void(std::string_view file)> on_file;  ///< what is read from here on
  std::function<void()> on_progress;
  std::function<void(Damage)> on_damage;
};

/// Reads everything. `model` is the one that found the names. Returns how many articles there
/// are. Throws Xapian::DatabaseModifiedError when a writer overtook it.
std::size_t check_contents(const Generation& generation, std::string_view model, unsigned threads,
                           const ContentCheckHooks& hooks);

}  // namespace dateline

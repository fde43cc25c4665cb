// An archive open for reading.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/archive/corrections.h"
#include "common/archive/entity_map.h"
#include "common/archive/layout.h"
#include "common/archive/manifest.h"
#include "common/article.h"

namespace dateline {

/// One committed state of an archive. For one thread.
class ArchiveReader {
 public:
  /// Throws Error with the exit code that fits: not there, not readable, of another version,
  /// damaged.
  explicit ArchiveReader(const ArchiveLayout& layout);
  ~ArchiveReader();
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  /// Runs `ask` on one committed state: again, from its start and on the newest state, when a
  /// writer has overtaken it. What Xapian complains of is thrown as Error.
  void consistently(const std::function<void()>& ask);

  /// Names and entities, as the user has corrected them when the state was opened.
  const EntityMap& entities() const;

  /// What of the corrections could not be understood, and where the file lies.
  const Corrections& corrections() const;
  std::filesystem::path corrections_file() const { return layout_.corrections(); }

  std::span<const std::string> languages() const;  ///< codes, in order

  /// The article of that id, or nothing.
  std::optional<Article> find_article(std::string_view id);

  struct State;  ///< the Xapian side, for the rest of this room
  State& state() { return *state_; }

 private:
  void open(const Manifest& manifest);

  ArchiveLayout layout_;
  std::unique_ptr<State> state_;
};

}  // namespace dateline

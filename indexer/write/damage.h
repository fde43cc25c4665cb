// What a check of an archive finds to be damaged.
#pragma once

#include <string>

namespace dateline {

struct Damage {
  std::string file;     ///< in the archive's folder, '/' between folders
  std::string message;  ///< one sentence without a full stop

  friend bool operator==(const Damage&, const Damage&) = default;
};

}  // namespace dateline

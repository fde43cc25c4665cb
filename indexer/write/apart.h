// Work in a process of its own, for what may crash or never end.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace dateline {

/// Tells the parent a line of text, without a line end. An empty line says no more than that the
/// work goes on.
using Say = std::function<void(std::string_view line)>;

/// How work apart ended.
struct ApartEnd {
  bool is_whole = true;  ///< the work returned
  std::string how;       ///< else what became of it: "crashed (Segmentation fault)"
};

/// Runs `work` in a copy of this process, and gives what it says to `hear`, line by line. What the
/// work throws ends it as a crash does. When it says nothing for as long as `patience`, it is
/// killed. No other thread of this process may be at work; the copy may start some. Throws Error
/// when no process can be started.
ApartEnd run_apart(const std::function<void(const Say&)>& work, const Say& hear,
                   std::chrono::milliseconds patience);

}  // namespace dateline

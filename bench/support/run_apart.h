// Work in a process of its own, so that no run inherits the memory, caches or threads of another.
#pragma once

#include <functional>
#include <string>

namespace dateline {

/// Does `work` in a forked process and returns what it returned there. What it throws there is
/// thrown here as Error; so is that the process was ended. Only for a process that has one thread.
std::string run_apart(const std::function<std::string()>& work);

}  // namespace dateline

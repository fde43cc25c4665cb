// A driver at work: its process, and what it says at the end.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline {

/// Runs a driver and returns the line it prints. Whatever it has started is gone afterwards, a
/// server too. Throws Error with the driver's own message when it fails, and with
/// `ExitCode::Interrupted` when it was asked to stop; `folder` takes its output.
std::string run_peer_process(const std::vector<std::string>& command,
                             const std::filesystem::path& folder,
                             const std::function<bool()>& should_stop);

}  // namespace dateline

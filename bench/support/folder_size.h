// How much room files take.
#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline {

/// The sizes of all regular files under a folder. Throws what std::filesystem throws.
std::uint64_t bytes_in(const std::filesystem::path& folder);

}  // namespace dateline

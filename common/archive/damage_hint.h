// What a user can do about an archive that is damaged.
#pragma once

namespace dateline {

inline constexpr const char* damage_hint =
    "dateline-index check tells what is damaged and what to do about it";

}  // namespace dateline

// Ids where several archives are searched, each of which may have an article of the same id:
// "ARCHIVE:ID", with the name of the archive as the user gave it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/match/result.h"

namespace dateline {

/// What names the article of a hit among all that are searched: its id, qualified where another
/// archive has an article of the same id. White space is percent-encoded, so there is none in it.
std::string id_of(const Hit& hit);

/// The id of an article in the archive of this name, when `id` is qualified by that name; else
/// nothing.
std::optional<std::string_view> find_own_id(std::string_view id, std::string_view archive);

}  // namespace dateline

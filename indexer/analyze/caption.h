// Captions of photos, and the credits at their ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Where the photo credit at the end of a line begins ("(Jane Doe/AFP via Getty Images)",
/// "REUTERS/Jane Doe", "Photo: Jane Doe"); npos when the line has none.
std::size_t find_photo_credit(std::string_view line);

/// Whether a line stands under a photo: it has a credit, says "file photo", or names what it was
/// taken from.
bool is_caption(std::string_view line);

}  // namespace dateline

// An article as the archive keeps it: the truth that everything else can be derived from again.
//
// The first line is "dateline 1 " and 16 hexadecimal digits: the XXH3 digest of all that follows.
// Then come "key value" lines, of the fields that are known, an empty line, and the text to the
// end. In values "%", control characters and bytes that are no UTF-8 are percent-encoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

std::string to_stored(const Article& article);

/// Empty when the bytes are not those that `to_stored` wrote: the archive is damaged.
std::optional<Article> from_stored(std::string_view stored);

/// White space, "%", control characters and invalid UTF-8 as %XX: how ids and stored values are
/// made safe. `percent_decode` is its inverse; an incomplete escape stays as it is.
std::string percent_encode(std::string_view bytes, bool encode_spaces);
std::string percent_decode(std::string_view text);

}  // namespace dateline

// The sample articles of corpus/, as every small benchmark wants them.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article.h"

namespace dateline {

/// Read once, headlines found; the same articles in the same order each time. Throws when they are
/// not there.
const std::vector<Article>& sample_articles();

/// Bytes of all their texts.
std::int64_t sample_text_bytes();

}  // namespace dateline

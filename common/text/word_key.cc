// Keys of long words: a digest of all of it, which short ones do not need.
#include "common/text/word_key.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace dateline {

std::uint64_t WordKey::hash_of(std::string_view long_word) {
  return XXH3_64bits(long_word.data(), long_word.size());
}

}  // namespace dateline

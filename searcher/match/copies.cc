// Runs of words as hashes of the hashes of their words.
#include "searcher/match/copies.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/text/tokenizer.h"

namespace dateline {

namespace {

/// A text with fewer runs must make up the other one as well.
constexpr std::size_t min_cut_shingles = 30;
/// A copy may be so many times as long as another.
constexpr std::size_t longest_of_shortest = 10;

std::vector<std::uint64_t> hash_words(std::string_view text) {
  std::vector<std::uint64_t> words;
  Tokenizer tokenizer(text);
  Token token;
  while (words.size() < max_shingled_words && tokenizer.next(token)) {
    if (!token.is_compound) {
      words.push_back(XXH3_64bits(token.word.data(), token.word.size()));
    }
  }
  return words;
}

}  // namespace

Shingles shingles_of(std::string_view text) {
  const std::vector<std::uint64_t> words = hash_words(text);
  Shingles shingles;
  if (words.empty()) {
    return shingles;
  }
  const std::size_t run = std::min(shingle_words, words.size());
  shingles.reserve(words.size() - run + 1);
  for (std::size_t first = 0; first + run <= words.size(); ++first) {
    shingles.push_back(XXH3_64bits(&words[first], run * sizeof words[first]));
  }
  std::ranges::sort(shingles);
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::size_t count_shared(const Shingles& a, const Shingles& b) {
  const Shingles& fewer = a.size() <= b.size() ? a : b;
  const Shingles& more = a.size() <= b.size() ? b : a;
  std::size_t shared = 0;
  auto at = more.begin();
  for (const std::uint64_t shingle : fewer) {
    at = std::lower_bound(at, more.end(), shingle);
    if (at == more.end()) {
      break;
    }
    if (*at == shingle) {
      ++shared;
    }
  }
  return shared;
}

bool are_copies(const Shingles& a, const Shingles& b) {
  const auto [fewer, more] = std::minmax({a.size(), b.size()});
  if (fewer == 0 || fewer * longest_of_shortest < more) {
    return false;
  }
  const std::size_t whole = fewer < min_cut_shingles ? more : fewer;
  return static_cast<double>(count_shared(a, b)) >= copy_share * static_cast<double>(whole);
}

}  // namespace dateline

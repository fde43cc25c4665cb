// Fuzzes the snippets: of any text and patterns they are passages of it with just the matches
// marked. The first line holds the options as two bytes and the patterns, between tabs; after "%"
// a pattern is a name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/match/snippet.h"
#include "tests/searcher/match/snippet_oracle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The oracle tries everything, so the input must be small.
  constexpr std::size_t max_bytes = 4096;
  constexpr std::size_t max_patterns = 8;
  constexpr std::size_t max_near_words = 6;
  if (size < 2 || size > max_bytes) {
    return 0;
  }
  const dateline::SnippetOptions options{.count = data[0] % 8U, .max_bytes = data[1]};
  const std::string input = dateline::mend_text(std::string(data + 2, data + size));
  const std::string_view all = input;
  const std::size_t line_end = all.find('\n');
  const std::string_view line = all.substr(0, line_end);
  const std::string_view text =
      line_end == std::string_view::npos ? std::string_view{} : all.substr(line_end + 1);

  static dateline::Stemmer stemmer("en");
  std::vector<dateline::MatchPattern> patterns;
  std::vector<dateline::MatchPattern> names;
  for (std::size_t at = 0; at < line.size() && patterns.size() + names.size() < max_patterns;) {
    const std::size_t end = line.find_first_of("\t ;", at);
    std::string_view pattern = line.substr(at, end - at);
    const bool is_name = pattern.starts_with('%');
    pattern.remove_prefix(is_name ? 1 : 0);
    (is_name ? names : patterns).push_back(dateline::test::read_pattern(pattern, stemmer));
    at = end == std::string_view::npos ? line.size() : end + 1;
  }
  // What the oracle tries grows with the words of a pattern more than anything else.
  const auto is_odd = [](const dateline::MatchPattern& pattern) {
    return pattern.words.empty() || (pattern.window > 0 && pattern.words.size() > max_near_words);
  };
  std::erase_if(patterns, is_odd);
  std::erase_if(names, is_odd);
  if (!dateline::test::find_fault(text, patterns, names, stemmer, options).empty()) {
    std::abort();
  }
  return 0;
}

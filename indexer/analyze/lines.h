// The lines of a saved page, and the fixed phrases on them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A line without the white space around it; empty for a blank one.
struct Line {
  std::size_t begin = 0;  ///< byte offset in the text
  std::string_view text;

  std::size_t end() const { return begin + text.size(); }
};

/// The line at `at`, which moves behind it; empty at the end of the text.
std::optional<Line> next_line(std::string_view text, std::size_t& at);

/// The first `count` lines that are not blank.
std::vector<Line> first_lines(std::string_view text, std::size_t count);

/// The last `count` lines that are not blank, in their order.
std::vector<Line> last_lines(std::string_view text, std::size_t count);

/// A line made plain for the search of fixed phrases: ASCII letters in lower case, straight
/// apostrophes, single spaces, no bullets in front.
std::string plain_line(std::string_view line);

/// The parts of a line between white space.
std::vector<std::string_view> split_words(std::string_view line);

/// Whether a word begins with a capital, behind its opening quotes.
bool is_capitalised(std::string_view word);

/// Whether all words are capitalised, apart from the small words inside names ("de", "van", "of").
bool is_name_like(const std::vector<std::string_view>& words);

/// A line of capitals alone, as pages link to other stories and sections.
bool is_capitals_line(std::string_view line);

}  // namespace dateline

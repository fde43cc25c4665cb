// What Tab offers: words, fields, names of entities, languages, commands.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/name.h"

namespace dateline {

/// What an archive has to offer. Each function gives the most frequent first; what it gives need
/// not begin with the text as it was typed: case and accents do not matter, and a name has several
/// words to begin with.
struct CompletionSource {
  std::function<std::vector<std::string>(NameType, std::string_view)> names;
  std::function<std::vector<std::string>(std::string_view)> words;
  std::function<std::vector<std::string>()> languages;
};

/// More would not help to choose.
inline constexpr std::size_t max_completions = 40;

struct Completion {
  std::size_t start = 0;                  ///< byte of the line where what is replaced begins
  std::string common{};                   ///< to put there: what all candidates begin with
  std::vector<std::string> candidates{};  ///< each to stand there
};

/// Completes what stands before the cursor. Where the candidates have less in common than what is
/// typed, it stays as typed. Candidates never hold a control character.
Completion complete_line(std::string_view before_cursor, const CompletionSource& source);

}  // namespace dateline

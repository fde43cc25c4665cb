// A byline is "By" and names of two words or more, and then nothing that could be a sentence.
#include "indexer/analyze/byline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "indexer/analyze/lines.h"

namespace dateline {

namespace {

constexpr std::size_t max_byline_words = 16;
constexpr std::size_t max_byline_bytes = 200;

bool is_person_name(std::string_view text) {
  const auto words = split_words(text);
  return words.size() >= 2 && words.size() <= 5 && is_name_like(words) &&
         is_capitalised(words.back()) &&
         text.find_first_of("0123456789:;?!\"()") == std::string_view::npos;
}

/// Where the names end and the outlet, place or day begins.
std::size_t find_names_end(std::string_view text) {
  constexpr std::array<std::string_view, 9> ends = {" in ", " for ", " at ", " (",    " - ",
                                                    " – ",  " — ",   " | ",  " with "};
  std::size_t end = text.size();
  for (const std::string_view mark : ends) {
    end = std::min(end, text.find(mark));
  }
  return end;
}

/// The names of "Jane Doe, Max Moe and John Roe, Agency" without the agency: a comma after the
/// last "and", or the first one when there is no "and", ends them.
std::string_view cut_outlet(std::string_view names) {
  std::size_t last_and = 0;
  for (const std::string_view word : {std::string_view(" and "), std::string_view(" & ")}) {
    const std::size_t at = names.rfind(word);
    last_and = std::max(last_and, at == std::string_view::npos ? 0 : at);
  }
  return trim(names.substr(0, names.find(',', last_and)));
}

bool are_person_names(std::string_view names) {
  while (true) {
    std::size_t end = names.size();
    std::size_t next = names.size();
    for (const std::string_view mark :
         {std::string_view(","), std::string_view(" and "), std::string_view(" & ")}) {
      const std::size_t at = names.find(mark);
      if (at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    const std::string_view name = trim(names.substr(0, end));
    const bool is_oxford_comma = name.empty() && end != names.size();
    if (!is_oxford_comma && !is_person_name(name)) {
      return false;
    }
    if (end == names.size()) {
      return true;
    }
    names.remove_prefix(next);
  }
}

}  // namespace

std::string_view first_piece(std::string_view line) {
  std::size_t end = line.size();
  for (const std::string_view bar :
       {std::string_view(" | "), std::string_view(" · "), std::string_view(" • ")}) {
    end = std::min(end, line.find(bar));
  }
  return trim(line.substr(0, end));
}

std::optional<std::string_view> read_byline(std::string_view line) {
  if (line.size() > max_byline_bytes) {
    return std::nullopt;
  }
  const auto words = split_words(line);
  if (words.size() < 3 || words.size() > max_byline_words ||
      !equal_ignoring_case(words.front(), "by") || line.ends_with('?') || line.ends_with('!')) {
    return std::nullopt;
  }
  const std::string_view rest = trim(first_piece(line).substr(2));
  std::string_view names = cut_outlet(rest.substr(0, find_names_end(rest)));
  if (!are_person_names(names)) {
    return std::nullopt;
  }
  // What follows the names is an outlet, a place or a day; a clause would go on in small letters.
  const auto after = split_words(rest.substr(static_cast<std::size_t>(names.end() - rest.begin())));
  const bool is_clause = std::ranges::count_if(after, [](std::string_view word) {
                           return is_lower(word.front()) && word.size() > 3;
                         }) > 1;
  if (is_clause) {
    return std::nullopt;
  }
  return names;
}

std::optional<std::string_view> read_place_byline(std::string_view line) {
  const std::size_t in = line.find(" in ");
  if (in == std::string_view::npos || line.size() > max_byline_bytes) {
    return std::nullopt;
  }
  const std::string_view name = line.substr(0, in);
  const auto place = split_words(line.substr(in + 4));
  if (!is_person_name(name) || split_words(name).size() > 4 || place.size() > 4 ||
      !is_name_like(place) || line.ends_with('.')) {
    return std::nullopt;
  }
  return name;
}

}  // namespace dateline

// A dateline is read from its dash backwards: agency, then day, then place.
#include "indexer/analyze/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "indexer/analyze/cue.h"
#include "indexer/analyze/lines.h"

namespace dateline {

namespace {

constexpr std::size_t max_head_bytes = 120;
constexpr std::size_t max_place_words = 8;

/// A place in capitals proves little before a short line ("UK – France deal"): the story has to
/// begin behind it.
constexpr std::size_t min_story_bytes = 80;

struct Dash {
  std::size_t begin;
  std::size_t end;
};

/// The first dash behind a space, a parenthesis or a day; a short one has a space behind it too.
std::optional<Dash> find_dash(std::string_view line) {
  constexpr std::array<std::string_view, 5> dashes = {"–", "—", "--", "-", "_"};
  const std::size_t limit = std::min(line.size(), max_head_bytes);
  for (std::size_t at = 1; at < limit; ++at) {
    if (line[at] != '-' && line[at] != '_' && line[at] != dashes.front().front()) {
      continue;
    }
    for (const std::string_view dash : dashes) {
      const std::size_t end = at + dash.size();
      if (!line.substr(at).starts_with(dash)) {
        continue;
      }
      const bool is_parted =
          is_space(line[at - 1]) || line[at - 1] == ')' || is_digit(line[at - 1]);
      const bool is_long = dash == "–" || dash == "—";
      if (is_parted && (is_long || end == line.size() || is_space(line[end]))) {
        return Dash{at, end};
      }
    }
  }
  return std::nullopt;
}

/// Takes "(Agency)" from the end of the head.
void take_agency(std::string_view& head, Dateline& dateline) {
  const std::size_t open = head.rfind('(');
  if (!head.ends_with(')') || open == std::string_view::npos) {
    return;
  }
  const std::string_view inside = trim(head.substr(open + 1, head.size() - open - 2));
  const auto words = split_words(inside);
  if (words.size() <= 5 && is_name_like(words)) {
    dateline.agency = inside;
    dateline.agency_begin = open;
    head = trim(head.substr(0, open));
  }
}

/// Takes a day from the end of the head, with or without a year: "Feb. 6, 2023", "March 2",
/// "Monday".
bool take_day(std::string_view& head, Dateline& dateline) {
  for (const std::string_view word : split_words(head)) {
    const auto at = static_cast<std::size_t>(word.data() - head.data());
    const std::string_view day = head.substr(at);
    dateline.date = parse_date(day);
    if (is_day(day)) {
      head = trim(head.substr(0, at));
      return true;
    }
  }
  return false;
}

bool is_place(std::string_view head) {
  const auto words = split_words(head);
  return words.size() <= max_place_words && is_name_like(words) &&
         head.find_first_of("\"?!:;()[]0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view line) {
  const auto dash = find_dash(line);
  if (!dash) {
    return std::nullopt;
  }
  Dateline dateline;
  std::string_view head = line.substr(0, dash->begin);
  while (!head.empty() && is_space(head.back())) {
    head.remove_suffix(1);
  }
  take_agency(head, dateline);
  const bool has_day = take_day(head, dateline);
  while (head.ends_with(',')) {
    head.remove_suffix(1);
  }
  if (!is_place(head)) {
    return std::nullopt;
  }
  dateline.bytes = std::min(line.find_first_not_of(' ', dash->end), line.size());
  const std::size_t comma = head.find(',');
  const bool has_long_dash = dash->end - dash->begin > 2;
  const bool is_proven = has_day || !dateline.agency.empty();
  const bool looks_like_one =
      is_capitals_line(head.substr(0, comma)) || (comma != std::string_view::npos && has_long_dash);
  if (!is_proven && (!looks_like_one || line.size() - dateline.bytes < min_story_bytes)) {
    return std::nullopt;
  }
  return dateline;
}

}  // namespace dateline

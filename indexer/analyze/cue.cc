// A cue is believed only when the day follows at once and nothing follows the day.
#include "indexer/analyze/cue.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/analyze/byline.h"

namespace dateline {

namespace {

constexpr std::size_t max_cue_bytes = 160;

/// Without one there is no day.
bool has_digit(std::string_view line) {
  return std::ranges::any_of(line, [](char c) { return is_digit(c); });
}

struct CueWord {
  std::string_view text;
  CueKind kind;
  bool needs_colon;  ///< an ordinary word that is a cue only before a colon
};

constexpr std::array<CueWord, 14> cue_words = {{
    {"first published", CueKind::Published, false},
    {"originally published", CueKind::Published, false},
    {"date published", CueKind::Published, false},
    {"publication date", CueKind::Published, false},
    {"published", CueKind::Published, false},
    {"posted", CueKind::Published, false},
    {"pub date", CueKind::Published, true},
    {"date", CueKind::Published, true},
    {"last updated", CueKind::Updated, false},
    {"last modified", CueKind::Updated, false},
    {"updated", CueKind::Updated, false},
    {"modified", CueKind::Updated, false},
    {"update", CueKind::Updated, true},
    {"date updated", CueKind::Updated, false},
}};

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

/// What follows the cue word, up to the day; empty when the word does not stand as a cue.
std::string_view skip_cue_word(std::string_view piece, const CueWord& word) {
  if (!starts_with_ignoring_case(piece, word.text)) {
    return {};
  }
  std::string_view rest = piece.substr(word.text.size());
  const bool has_colon = trim(rest).starts_with(':');
  if (rest.empty() || is_letter(rest.front()) || (word.needs_colon && !has_colon)) {
    return {};
  }
  rest = trim(rest);
  if (has_colon) {
    rest = trim(rest.substr(1));
  }
  return starts_with_ignoring_case(rest, "on ") ? trim(rest.substr(3)) : rest;
}

/// Whether a line can go on like this behind the day of a cue.
bool is_end_of_cue(std::string_view rest) {
  rest = trim(rest);
  if (rest.empty() || rest == "." || rest.starts_with('(') || read_byline(rest)) {
    return true;
  }
  if (rest.front() == ',' || rest.front() == ';' || rest.front() == '-') {
    rest = trim(rest.substr(1));
  }
  return read_byline(rest).has_value() || read_date_cue(rest).has_value();
}

/// The pieces of a line between " | ", " · " and " • ".
std::vector<std::string_view> split_pieces(std::string_view line) {
  std::vector<std::string_view> pieces;
  while (!line.empty()) {
    const std::string_view piece = first_piece(line);
    pieces.push_back(piece);
    line = trim(line.substr(static_cast<std::size_t>(piece.end() - line.begin())));
    for (const std::string_view bar :
         {std::string_view("|"), std::string_view("·"), std::string_view("•")}) {
      if (line.starts_with(bar)) {
        line = trim(line.substr(bar.size()));
      }
    }
  }
  return pieces;
}

std::optional<DateCue> read_piece(std::string_view piece) {
  for (const CueWord& word : cue_words) {
    const std::string_view rest = skip_cue_word(piece, word);
    const auto day = parse_leading_date(rest);
    if (day && is_end_of_cue(rest.substr(day->bytes))) {
      return DateCue{word.kind, day->date};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateCue> read_date_cue(std::string_view line) {
  if (line.size() > max_cue_bytes || !has_digit(line)) {
    return std::nullopt;
  }
  std::optional<DateCue> best;
  for (const std::string_view piece : split_pieces(line)) {
    const auto cue = read_piece(piece);
    if (cue && (!best || cue->kind < best->kind)) {
      best = cue;
    }
  }
  return best;
}

std::optional<Date> read_lone_date(std::string_view line) {
  if (line.size() > max_cue_bytes || !has_digit(line)) {
    return std::nullopt;
  }
  for (const std::string_view piece : split_pieces(line)) {
    if (const auto date = parse_date(piece)) {
      return date;
    }
  }
  return std::nullopt;
}

bool is_day(std::string_view text) {
  constexpr std::size_t max_day_bytes = 40;
  constexpr std::array<std::string_view, 7> weekdays = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (text.size() > max_day_bytes) {
    return false;
  }
  // Any leap year will do to see whether it is a day at all.
  return parse_date(text) || parse_date(std::string(text) + " 2024") ||
         std::ranges::any_of(weekdays, [text](std::string_view weekday) {
           return equal_ignoring_case(text, weekday);
         });
}

}  // namespace dateline

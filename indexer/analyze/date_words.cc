// Small tables, and walks of a few bytes around a number.
#include "indexer/analyze/date_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "common/date.h"
#include "common/text/character.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace dateline {

/// Words as `fold` leaves them.
struct DateWords::Table {
  std::string_view language;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;
  std::array<std::string_view, 3> joints;
  std::array<std::string_view, 6> before_years;
};

namespace {

constexpr std::size_t max_spaces = 4;
constexpr std::size_t max_word_bytes = 24;

constexpr std::array<DateWords::Table, 3> tables = {{
    {"de",
     {"januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
      "november", "dezember"},
     {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"},
     {"des", "", ""},
     {"jahr", "jahre", "seit", "anno", "", ""}},
    {"es",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"},
     {"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"},
     {"de", "del", ""},
     {"en", "desde", "hasta", "ano", "durante", ""}},
    {"fr",
     {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
      "octobre", "novembre", "decembre"},
     {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
     {"de", "d", ""},
     {"en", "depuis", "des", "avant", "apres", "annee"}},
}};

bool is_word_part(char32_t c) {
  return c < 0x80 ? is_letter(static_cast<char>(c)) : is_word_character(c);
}

/// A name, or the beginning of it that an abbreviation keeps.
bool abbreviates(std::string_view word, std::string_view name) {
  constexpr std::size_t least = 3;
  constexpr std::size_t most = 4;
  return word == name || (word.size() >= least && word.size() <= most && name.starts_with(word));
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return !word.empty() && std::ranges::find(words, word) != words.end();
}

std::string to_lower_case(std::string_view word) {
  std::string lower(word);
  std::ranges::transform(lower, lower.begin(), to_lower);
  return lower;
}

}  // namespace

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t line_ends = 0;
  while (end < text.size() && is_space(text[end])) {
    line_ends += text[end] == '\n' ? 1U : 0U;
    ++end;
    if (line_ends > 1 || end - at > max_spaces) {
      return at;
    }
  }
  return end;
}

WordPlace word_before(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  while (end > limit && at - end < max_spaces && is_space(text[end - 1])) {
    --end;
  }
  if (end != at && skip_spaces(text, end) != at) {
    return {};
  }
  if (end > limit && text[end - 1] == '.') {
    --end;
  }
  std::size_t begin = end;
  while (begin > limit && end - begin < max_word_bytes) {
    std::size_t before = begin - 1;
    while (before > limit && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) {
      --before;
    }
    if (!is_word_part(code_point_at(text, before).value)) {
      break;
    }
    begin = before;
  }
  return {begin, end};
}

WordPlace word_after(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_spaces(text, at);
  std::size_t end = begin;
  while (end < text.size() && end - begin < max_word_bytes) {
    const CodePoint point = code_point_at(text, end);
    if (!is_word_part(point.value)) {
      break;
    }
    end += point.bytes;
  }
  return {begin, end};
}

DateWords::DateWords(std::string_view language) {
  const auto* const found = std::ranges::find(tables, language, &Table::language);
  table_ = found == tables.end() ? nullptr : found;
}

std::optional<unsigned> DateWords::find_month(std::string_view word) const {
  if (word.empty()) {
    return std::nullopt;
  }
  if (is_upper(word.front())) {
    if (const auto month = parse_month_name(word)) {
      return month;
    }
  }
  if (table_ == nullptr) {
    return std::nullopt;
  }
  const std::string folded = fold(word);
  const auto* const found = std::ranges::find_if(
      table_->months, [&](std::string_view name) { return abbreviates(folded, name); });
  return found == table_->months.end()
             ? std::nullopt
             : std::optional(static_cast<unsigned>(found - table_->months.begin()) + 1);
}

bool DateWords::is_weekday(std::string_view word) const {
  return (!word.empty() && is_upper(word.front()) && is_weekday_name(word)) ||
         (table_ != nullptr && holds(table_->weekdays, fold(word)));
}

bool DateWords::is_joint(std::string_view word) const {
  return word == "of" || (table_ != nullptr && holds(table_->joints, fold(word)));
}

bool DateWords::leads_to_year(std::string_view word) const {
  constexpr std::array<std::string_view, 12> english = {"in",     "since", "during", "until",
                                                        "before", "after", "by",     "early",
                                                        "late",   "mid",   "from",   "between"};
  return holds(english, to_lower_case(word)) ||
         (table_ != nullptr && holds(table_->before_years, fold(word)));
}

bool measures_something(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 24> measures = {
      "am",     "pm",     "gmt",   "utc",      "local",   "hours",   "hrs",      "h",
      "people", "men",    "women", "children", "million", "billion", "trillion", "percent",
      "per",    "metres", "km",    "dollars",  "euros",   "feet",    "police",   "troops"};
  const WordPlace place = word_after(text, at);
  return holds(measures, to_lower_case(text.substr(place.begin, place.end - place.begin)));
}

bool counts_something(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 8> no_plurals = {"was", "is",   "has",  "as",
                                                          "his", "this", "says", "its"};
  const WordPlace place = word_after(text, at);
  const std::string_view word = text.substr(place.begin, place.end - place.begin);
  const bool is_plural = word.size() > 1 && is_lower(word.front()) && word.ends_with('s');
  return measures_something(text, at) || (is_plural && !holds(no_plurals, word));
}

}  // namespace dateline

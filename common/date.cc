// Days as text: written in one form, read in the many forms that metadata and articles use.
#include "common/date.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "common/ascii.h"

namespace dateline {

namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

/// Takes a text apart from left to right. A take that fails takes nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void go_back(std::size_t at) { at_ = at; }
  bool is_at_end() const { return at_ == text_.size(); }
  char peek() const { return is_at_end() ? '\0' : text_[at_]; }

  bool take(char c) {
    if (peek() != c || is_at_end()) {
      return false;
    }
    ++at_;
    return true;
  }

  bool take_spaces() {
    const std::size_t begin = at_;
    while (is_space(peek())) {
      ++at_;
    }
    return at_ != begin;
  }

  std::string_view peek_letters() const { return peek_run(is_letter); }
  std::string_view peek_digits() const { return peek_run(is_digit); }

  void skip(std::size_t bytes) { at_ += bytes; }

  /// A whole run of at least `min_digits` and at most `max_digits` digits.
  std::optional<unsigned> take_number(std::size_t min_digits, std::size_t max_digits) {
    const std::string_view digits = peek_digits();
    if (digits.size() < min_digits || digits.size() > max_digits) {
      return std::nullopt;
    }
    skip(digits.size());
    return value_of(digits);
  }

  static unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) {
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
  }

 private:
  std::string_view peek_run(bool (*belongs)(char)) const {
    std::size_t end = at_;
    while (end < text_.size() && belongs(text_[end])) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> weekday_names = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Whether a word is a name, or the beginning of it that people write: three letters, or four
/// ("Sept", "Tues", "Thur"), or five ("Thurs").
bool names(std::string_view word, std::string_view name) {
  return word.size() >= 3 && (word.size() <= 5 || word.size() == name.size()) &&
         word.size() <= name.size() && equal_ignoring_case(word, name.substr(0, word.size()));
}

/// A month's name in full or abbreviated, with or without a dot.
std::optional<unsigned> take_month_name(Scanner& scanner) {
  const std::string_view word = scanner.peek_letters();
  const std::optional<unsigned> month = parse_month_name(word);
  if (month) {
    scanner.skip(word.size());
    scanner.take('.');
  }
  return month;
}

void take_weekday(Scanner& scanner) {
  const std::string_view word = scanner.peek_letters();
  if (is_weekday_name(word)) {
    scanner.skip(word.size());
    scanner.take('.');
    scanner.take(',');
    scanner.take_spaces();
  }
}

void take_ordinal_suffix(Scanner& scanner) {
  constexpr std::array<std::string_view, 4> suffixes = {"st", "nd", "rd", "th"};
  const std::string_view word = scanner.peek_letters();
  if (std::ranges::any_of(suffixes, [word](std::string_view suffix) {
        return equal_ignoring_case(word, suffix);
      })) {
    scanner.skip(word.size());
  }
}

std::optional<Date> make_date(unsigned y, unsigned m, unsigned d) {
  const year_month_day ymd{year{static_cast<int>(y)}, month{m}, day{d}};
  if (y < 1 || y > 9999 || !ymd.ok()) {
    return std::nullopt;
  }
  return Date{ymd};
}

/// "2023-02-06" and "2023/02/06".
std::optional<Date> take_year_first(Scanner& scanner) {
  const auto y = scanner.take_number(4, 4);
  const char separator = scanner.peek();
  if (!y || (separator != '-' && separator != '/')) {
    return std::nullopt;
  }
  scanner.take(separator);
  const auto m = scanner.take_number(1, 2);
  if (!m || !scanner.take(separator)) {
    return std::nullopt;
  }
  const auto d = scanner.take_number(1, 2);
  return d ? make_date(*y, *m, *d) : std::nullopt;
}

/// "20230206".
std::optional<Date> take_digits_only(Scanner& scanner) {
  const std::string_view digits = scanner.peek_digits();
  scanner.skip(digits.size());
  return make_date(Scanner::value_of(digits.substr(0, 4)), Scanner::value_of(digits.substr(4, 2)),
                   Scanner::value_of(digits.substr(6, 2)));
}

/// The rest of "26/02/2023" after its first number. Half the world writes the day first, the other
/// half the month: a day is meant only when one of the readings is impossible, or both are equal.
/// Who writes dots writes the day first.
std::optional<Date> take_rest_of_numbers(Scanner& scanner, unsigned first, char separator) {
  const auto second = scanner.take_number(1, 2);
  if (!second || !scanner.take(separator)) {
    return std::nullopt;
  }
  const auto y = scanner.take_number(4, 4);
  if (!y) {
    return std::nullopt;
  }
  const auto day_first = make_date(*y, *second, first);
  const auto month_first = make_date(*y, first, *second);
  if (day_first && month_first && *day_first != *month_first && separator != '.') {
    return std::nullopt;
  }
  return day_first ? day_first : month_first;
}

/// "6 February 2023", "6th Feb., 2023", "26-FEB-1987" and "26/02/2023".
std::optional<Date> take_day_first(Scanner& scanner) {
  const auto d = scanner.take_number(1, 2);
  if (!d) {
    return std::nullopt;
  }
  const char separator = scanner.peek();
  const bool is_separated = separator == '-' || separator == '/' || separator == '.';
  if (is_separated) {
    scanner.take(separator);
    if (is_digit(scanner.peek())) {
      return take_rest_of_numbers(scanner, *d, separator);
    }
  }
  take_ordinal_suffix(scanner);
  scanner.take_spaces();
  const auto m = take_month_name(scanner);
  if (!m) {
    return std::nullopt;
  }
  if (!is_separated || !scanner.take(separator)) {
    scanner.take_spaces();
    scanner.take(',');
    scanner.take_spaces();
  }
  const auto y = scanner.take_number(4, 4);
  return y ? make_date(*y, *m, *d) : std::nullopt;
}

/// "Feb. 6, 2023" and "February 6th 2023".
std::optional<Date> take_month_first(Scanner& scanner) {
  const auto m = take_month_name(scanner);
  scanner.take_spaces();
  const auto d = m ? scanner.take_number(1, 2) : std::nullopt;
  if (!d) {
    return std::nullopt;
  }
  take_ordinal_suffix(scanner);
  const bool has_space = scanner.take_spaces();
  const bool has_comma = scanner.take(',');
  if (!has_space && !has_comma) {
    return std::nullopt;
  }
  scanner.take_spaces();
  const auto y = scanner.take_number(4, 4);
  return y ? make_date(*y, *m, *d) : std::nullopt;
}

std::optional<Date> take_day(Scanner& scanner) {
  take_weekday(scanner);
  switch (scanner.peek_digits().size()) {
    case 0: return take_month_first(scanner);
    case 1:
    case 2: return take_day_first(scanner);
    case 4: return take_year_first(scanner);
    case 8: return take_digits_only(scanner);
    default: return std::nullopt;
  }
}

/// "+01:00", "-0500", "Z", "GMT", "(UTC)".
void take_time_zone(Scanner& scanner) {
  const std::size_t begin = scanner.at();
  scanner.take_spaces();
  if (scanner.take('+') || scanner.take('-')) {
    if (scanner.take_number(4, 4) ||
        (scanner.take_number(2, 2) && (!scanner.take(':') || scanner.take_number(2, 2)))) {
      return;
    }
  } else {
    const bool in_parentheses = scanner.take('(');
    const std::string_view word = scanner.peek_letters();
    scanner.skip(word.size());
    const bool is_zone = !word.empty() && word.size() <= 5 && std::ranges::all_of(word, is_upper);
    if (is_zone && (!in_parentheses || scanner.take(')'))) {
      return;
    }
  }
  scanner.go_back(begin);
}

/// "23:10", "15:01:01.79", "231000".
bool take_clock(Scanner& scanner) {
  if (scanner.peek_digits().size() == 6) {
    const unsigned value = *scanner.take_number(6, 6);
    return value / 10000 <= 24 && value / 100 % 100 < 60 && value % 100 <= 60;
  }
  const auto hour = scanner.take_number(1, 2);
  const auto minute = scanner.take(':') ? scanner.take_number(2, 2) : std::nullopt;
  if (!hour || *hour > 24 || !minute || *minute > 59) {
    return false;
  }
  if (!scanner.take(':')) {
    return true;
  }
  const auto second = scanner.take_number(2, 2);
  if (!second || *second > 60) {
    return false;
  }
  return (!scanner.take('.') && !scanner.take(',')) || scanner.take_number(1, 9);
}

/// A time of day after a day: "T23:10:00+01:00", " at 6:30 p.m. EST"; nothing when there is none.
void take_time(Scanner& scanner) {
  const std::size_t begin = scanner.at();
  if (!scanner.take('T')) {
    scanner.take(',');
    scanner.take_spaces();
    if (equal_ignoring_case(scanner.peek_letters(), "at")) {
      scanner.skip(2);
      scanner.take_spaces();
    }
  }
  if (scanner.at() == begin || !take_clock(scanner)) {
    scanner.go_back(begin);
    return;
  }
  const std::size_t before_half = scanner.at();
  scanner.take_spaces();
  const char half = to_lower(scanner.peek());
  if (half == 'a' || half == 'p') {
    scanner.skip(1);
    scanner.take('.');
    if (to_lower(scanner.peek()) == 'm') {
      scanner.skip(1);
      scanner.take('.');
      take_time_zone(scanner);
      return;
    }
  }
  scanner.go_back(before_half);
  take_time_zone(scanner);
}

}  // namespace

std::string to_string(Date date) {
  return to_string(date, DateUnit::Day);
}

std::string to_string(Date date, DateUnit unit) {
  const year_month_day ymd{date};
  std::array<char, 24> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  switch (unit) {
    case DateUnit::Year: return {iso.data(), 4};
    case DateUnit::Month: return {iso.data(), 7};
    case DateUnit::Day: break;
  }
  return {iso.data(), 10};
}

std::optional<unsigned> parse_month_name(std::string_view word) {
  const auto* const found = std::ranges::find_if(
      month_names, [word](std::string_view name) { return names(word, name); });
  return found == month_names.end()
             ? std::nullopt
             : std::optional(static_cast<unsigned>(found - month_names.begin()) + 1);
}

bool is_weekday_name(std::string_view word) {
  return std::ranges::any_of(weekday_names,
                             [word](std::string_view name) { return names(word, name); });
}

std::optional<LeadingDate> parse_leading_date(std::string_view text) {
  Scanner scanner(text);
  scanner.take_spaces();
  const auto date = take_day(scanner);
  if (!date) {
    return std::nullopt;
  }
  const std::size_t day_bytes = scanner.at();
  take_time(scanner);
  if (is_digit(scanner.peek()) || is_letter(scanner.peek())) {
    return std::nullopt;
  }
  return LeadingDate{*date, scanner.at(), day_bytes};
}

std::optional<Date> parse_date(std::string_view text) {
  const auto leading = parse_leading_date(text);
  if (!leading || !std::ranges::all_of(text.substr(leading->bytes), is_space)) {
    return std::nullopt;
  }
  return leading->date;
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Date{year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday};
}

}  // namespace dateline

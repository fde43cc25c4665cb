// Every date has a number in it: the text is searched for digits, and what stands around a number
// of one, two or four of them decides whether it is a date.
#include "indexer/analyze/date_finder.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/ascii.h"
#include "common/date.h"
#include "common/period.h"
#include "common/text/character.h"
#include "common/text/utf8.h"
#include "indexer/analyze/date_words.h"

namespace dateline {

namespace {

/// Digits that stand together.
struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

Number number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit_at(text, end)) {
    ++end;
  }
  return {at, end};
}

/// Of at most four digits.
unsigned value_of(std::string_view text, const Number& number) {
  unsigned value = 0;
  for (const char c : text.substr(number.begin, number.size())) {
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

/// Whether no larger number, code or word begins before `at`.
bool begins_freely(std::string_view text, std::size_t at) {
  if (at == 0) {
    return true;
  }
  const char before = text[at - 1];
  if (std::string_view(".,:-'").find(before) != std::string_view::npos) {
    return at < 2 || !is_digit(text[at - 2]);
  }
  if (static_cast<unsigned char>(before) < 0x80) {
    return !is_letter(before) && !is_digit(before) &&
           std::string_view("_@#$/\\=&+%*").find(before) == std::string_view::npos;
  }
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  const char32_t c = code_point_at(text, begin).value;
  return !is_word_character(c) && c != U'€' && c != U'£' && c != U'¥';
}

/// Whether a number or what stands for it goes on behind `at`: "27,000", "27.5", "27%", "27th".
bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return false;
  }
  const char c = text[at];
  if (std::string_view(".,:-/").find(c) != std::string_view::npos) {
    return is_digit_at(text, at + 1) ||
           (c == '-' && at + 1 < text.size() && is_letter(text[at + 1]));
  }
  return is_letter(c) || is_digit(c) || c == '%' || c == '_' ||
         (static_cast<unsigned char>(c) >= 0x80 &&
          is_word_character(code_point_at(text, at).value));
}

bool is_year(unsigned value) {
  return value >= static_cast<unsigned>(first_named_year) &&
         value <= static_cast<unsigned>(last_named_year);
}

/// "st" of "1st", "er" of "1er", the dot of "1. Januar".
std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 7> suffixes = {"st", "nd", "rd", "th", "er", "º", "."};
  for (const std::string_view suffix : suffixes) {
    const std::size_t end = at + suffix.size();
    const bool ends_there = end >= text.size() || !is_letter(text[end]);
    if (text.substr(at).starts_with(suffix) && ends_there) {
      return end;
    }
  }
  return at;
}

/// One walk through a text.
class DateFinder {
 public:
  DateFinder(std::string_view text, std::string_view language) : text_(text), words_(language) {}

  std::vector<ReadDate> find() {
    const auto is_any_digit = [](char c) { return is_digit(c); };
    for (std::size_t at = 0; at < text_.size();) {
      const auto* const digit =
          std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.end(), is_any_digit);
      const Number number = number_at(text_, static_cast<std::size_t>(digit - text_.begin()));
      const std::size_t known = dates_.size();
      if (number.size() != 0 && number.size() <= 4 && begins_freely(text_, number.begin)) {
        read(number);
      }
      at = dates_.size() > known ? std::max(number.end, dates_.back().end) : number.end;
      if (number.size() == 0) {
        break;
      }
    }
    return std::move(dates_);
  }

 private:
  std::string_view word(const WordPlace& place) const {
    return text_.substr(place.begin, place.end - place.begin);
  }

  void read(const Number& number) {
    // "B-27" is a name.
    const bool is_code = number.size() <= 2 && number.begin >= 2 &&
                         text_[number.begin - 1] == '-' && is_letter(text_[number.begin - 2]);
    if (number.size() == 3 || is_code || read_numeric(number)) {
      return;
    }
    if (number.size() == 4) {
      if (is_year(value_of(text_, number)) && (!goes_on(text_, number.end) || is_range(number))) {
        if (!read_month_of_year(number)) {
          read_year(number);
        }
      }
    } else if (!read_month_first(number)) {
      read_day_first(number);
    }
  }

  void add(std::size_t begin, std::size_t end, std::optional<int> year, unsigned month,
           unsigned day) {
    // February has 29 days in some year.
    constexpr int leap_year = 2024;
    if (is_period({year.value_or(leap_year), month, day})) {
      dates_.push_back({begin, end, year, month, day});
    }
  }

  void add_day(std::size_t begin, std::size_t end, std::optional<int> year, unsigned month,
               const Number& day) {
    if (const unsigned value = value_of(text_, day); value != 0) {
      add(begin, end, year, month, value);
    }
  }

  std::size_t consumed() const { return dates_.empty() ? 0 : dates_.back().end; }

  /// `begin`, or where the weekday before it begins.
  std::size_t with_weekday(std::size_t begin) const {
    std::size_t at = begin;
    while (at > consumed() && begin - at < 3 && (is_space(text_[at - 1]) || text_[at - 1] == ',')) {
      --at;
    }
    const WordPlace before = word_before(text_, at, consumed());
    return !before.is_empty() && at != begin && words_.is_weekday(word(before)) ? before.begin
                                                                                : begin;
  }

  /// Whether a number is the first of "27-29" or "2012-2016".
  bool is_range(const Number& number) const {
    if (number.end >= text_.size() || text_[number.end] != '-') {
      return false;
    }
    const Number other = number_at(text_, number.end + 1);
    return (number.size() <= 2 && other.size() <= 2) || (number.size() == 4 && other.size() == 4);
  }

  /// "2023-01-27", "27/01/2023", "27.01.2023". True also when the number belongs to something of
  /// this form that is no day.
  bool read_numeric(const Number& number) {
    constexpr std::size_t most_bytes = 64;
    const char separator = number.end < text_.size() ? text_[number.end] : ' ';
    if ((separator != '-' && separator != '/' && separator != '.') ||
        !is_digit_at(text_, number.end + 1)) {
      return false;
    }
    const auto leading = parse_leading_date(text_.substr(number.begin, most_bytes));
    if (!leading) {
      return !is_range(number);
    }
    const std::size_t end = number.begin + leading->day_bytes;
    const bool is_part = end < text_.size() &&
                         std::string_view("-/.").find(text_[end]) != std::string_view::npos &&
                         is_digit_at(text_, end + 1);
    if (!is_part) {
      const Period day = day_period(leading->date);
      add(with_weekday(number.begin), end, day.year, day.month, day.day);
    }
    return true;
  }

  /// The year at `at`, behind a comma or a word that joins; moves `at` behind it.
  std::optional<int> take_year(std::size_t& at) const {
    std::size_t next = at;
    if (next < text_.size() && text_[next] == ',') {
      ++next;
    }
    next = skip_spaces(text_, next);
    const WordPlace joint = word_after(text_, next);
    if (!joint.is_empty() && words_.is_joint(word(joint))) {
      next = skip_spaces(text_, joint.end);
    }
    const Number number = number_at(text_, next);
    if (next == at || number.size() != 4 || goes_on(text_, number.end) ||
        !is_year(value_of(text_, number)) || counts_something(text_, number.end)) {
      return std::nullopt;
    }
    at = number.end;
    return static_cast<int>(value_of(text_, number));
  }

  /// A month behind the number of a day, and where it ends.
  struct MonthPlace {
    unsigned month = 0;
    std::size_t end = 0;
  };

  /// The month behind the number of a day: " January", "th of January", ". Januar", " de enero".
  std::optional<MonthPlace> take_month(const Number& day) const {
    std::size_t at = skip_ordinal(text_, day.end);
    WordPlace place = word_after(text_, at);
    if (place.begin == day.end) {
      return std::nullopt;
    }
    if (words_.is_joint(word(place))) {
      place = word_after(text_, place.end);
    }
    const auto month = words_.find_month(word(place));
    if (!month) {
      return std::nullopt;
    }
    // The dot of an abbreviation: something follows that does not begin a sentence.
    const bool has_dot = place.end < text_.size() && text_[place.end] == '.' &&
                         is_digit_at(text_, skip_spaces(text_, place.end + 1));
    return MonthPlace{*month, place.end + (has_dot ? 1 : 0)};
  }

  /// "27 January 2023", "27 January", "27-29 January".
  void read_day_first(const Number& number) {
    std::optional<MonthPlace> month = take_month(number);
    std::optional<Number> second;
    if (!month) {
      const std::size_t next = skip_joiner(text_, skip_ordinal(text_, number.end));
      const Number other = number_at(text_, next);
      if (next == number.end || other.size() == 0 || other.size() > 2) {
        return;
      }
      second = other;
      month = take_month(other);
    }
    if (!month) {
      return;
    }
    std::size_t end = month->end;
    const std::optional<int> year = take_year(end);
    if (!year && is_name_of_something(end)) {
      return;
    }
    const std::size_t begin = with_weekday(number.begin);
    if (second) {
      add_day(begin, skip_ordinal(text_, number.end), year, month->month, number);
      add_day(second->begin, end, year, month->month, *second);
    } else {
      add_day(begin, end, year, month->month, number);
    }
  }

  /// "January 27, 2023", "Jan. 27", "January 27-29, 2023".
  bool read_month_first(const Number& number) {
    const WordPlace before = word_before(text_, number.begin, consumed());
    const auto month = before.is_empty() || before.end == number.begin
                           ? std::nullopt
                           : words_.find_month(word(before));
    if (!month || !begins_freely(text_, before.begin)) {
      return false;
    }
    const std::size_t first_end = skip_suffix(number.end);
    std::size_t end = first_end;
    std::optional<int> year = take_year(end);
    std::optional<Number> second;
    if (!year) {
      const Number other = number_at(text_, skip_joiner(text_, first_end));
      const bool is_other_date = take_month(other).has_value();
      if (other.begin != first_end && (other.size() == 1 || other.size() == 2) && !is_other_date &&
          !goes_on(text_, other.end) && !counts_something(text_, other.end)) {
        second = other;
        end = skip_suffix(other.end);
        year = take_year(end);
      }
    }
    // "In May 20 people died": who tells a day says "on".
    const std::string_view lead = word(word_before(text_, before.begin, consumed()));
    const bool is_count = equal_ignoring_case(lead, "in") || measures_something(text_, end) ||
                          goes_on(text_, first_end) || is_name_of_something(end);
    if (!year && !second && is_count) {
      return true;
    }
    const std::size_t begin = with_weekday(before.begin);
    if (second) {
      add_day(begin, first_end, year, *month, number);
      add_day(second->begin, end, year, *month, *second);
    } else {
      add_day(begin, end, year, *month, number);
    }
    return true;
  }

  /// An ordinal's letters; a dot behind an English day ends the sentence.
  std::size_t skip_suffix(std::size_t at) const {
    return at < text_.size() && text_[at] == '.' ? at : skip_ordinal(text_, at);
  }

  /// "January 2023", "January, 2023", "enero de 2023".
  bool read_month_of_year(const Number& number) {
    std::size_t at = number.begin;
    const WordPlace joint = word_before(text_, at, consumed());
    if (!joint.is_empty() && words_.is_joint(word(joint))) {
      at = joint.begin;
    } else if (joint.is_empty() && at >= 2 && text_[at - 1] == ' ' && text_[at - 2] == ',') {
      at -= 2;
    }
    const WordPlace place = word_before(text_, at, consumed());
    const auto month = place.is_empty() ? std::nullopt : words_.find_month(word(place));
    if (!month || place.end == number.begin) {
      return false;
    }
    // A number before it is a day that this month does not have.
    const std::size_t before = last_letter_or_digit(place.begin);
    if ((before == place.begin || !is_digit(text_[before])) &&
        !counts_something(text_, number.end)) {
      add(place.begin, number.end, static_cast<int>(value_of(text_, number)), *month, 0);
    }
    return true;
  }

  /// Where the last letter or digit stands before `at`, no more than a few bytes away.
  std::size_t last_letter_or_digit(std::size_t at) const {
    constexpr std::size_t reach = 4;
    for (std::size_t i = at; i > 0 && at - i < reach; --i) {
      if (is_letter(text_[i - 1]) || is_digit(text_[i - 1])) {
        return i - 1;
      }
    }
    return at;
  }

  /// "in 2019", "from 2012 to 2016".
  void read_year(const Number& number) {
    const std::size_t lead_end =
        number.begin > 0 && text_[number.begin - 1] == '-' ? number.begin - 1 : number.begin;
    const WordPlace place = word_before(text_, lead_end, consumed());
    const std::string_view lead = word(place);
    const unsigned year = value_of(text_, number);
    if (place.is_empty() || !words_.leads_to_year(lead) || counts_something(text_, number.end) ||
        (lead_end != number.begin && !equal_ignoring_case(lead, "mid"))) {
      return;
    }
    // Other years are told in sums as often as in history books.
    constexpr unsigned first_modern = 1700;
    constexpr unsigned last_modern = 2100;
    if (year < first_modern || year > last_modern) {
      return;
    }
    const bool needs_end =
        equal_ignoring_case(lead, "from") || equal_ignoring_case(lead, "between");
    const Number other = number_at(text_, skip_joiner(text_, number.end));
    const bool has_end = other.size() == 4 && is_year(value_of(text_, other)) &&
                         value_of(text_, other) > year && !goes_on(text_, other.end) &&
                         !counts_something(text_, other.end);
    if (needs_end && !has_end) {
      return;
    }
    add(number.begin, number.end, static_cast<int>(year), 0, 0);
    if (has_end) {
      add(other.begin, other.end, static_cast<int>(value_of(text_, other)), 0, 0);
    }
  }

  /// Whether a day is a part of a name: "April 6 Youth Movement", "October 7 attack".
  bool is_name_of_something(std::size_t at) const {
    constexpr std::array<std::string_view, 25> heads = {
        "Movement", "Brigade",  "Brigades", "Alliance",   "Coalition",  "Front",     "Group",
        "Street",   "Avenue",   "Square",   "Stadium",    "Bridge",     "Boulevard", "Road",
        "Barracks", "Hospital", "Airport",  "University", "Revolution", "Committee", "Party",
        "movement", "attack",   "attacks",  "massacre"};
    constexpr std::size_t most_words = 3;
    for (std::size_t i = 0; i < most_words; ++i) {
      const WordPlace place = word_after(text_, at);
      const std::string_view name = word(place);
      if (std::ranges::find(heads, name) != heads.end()) {
        return true;
      }
      if (name.empty() || !is_upper(name.front())) {
        return false;
      }
      at = place.end;
    }
    return false;
  }

  std::string_view text_;
  DateWords words_;
  std::vector<ReadDate> dates_;
};

}  // namespace

std::size_t skip_joiner(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 13> joiners = {
      "-", "–", "—", "to", "and", "until", "through", "or", "au", "et", "bis", "und", "y"};
  const std::size_t begin = skip_spaces(text, at);
  const bool has_space = begin != at;
  for (const std::string_view joiner : joiners) {
    const std::size_t end = begin + joiner.size();
    if (!text.substr(begin).starts_with(joiner)) {
      continue;
    }
    const bool is_word = is_letter(joiner.front());
    const std::size_t next = skip_spaces(text, end);
    if (!is_word || (has_space && next != end)) {
      return next;
    }
  }
  return at;
}

std::vector<ReadDate> find_dates_with_digits(std::string_view text, std::string_view language) {
  return DateFinder(text, language).find();
}

}  // namespace dateline

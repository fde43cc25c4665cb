// Dates as a text tells them, before it is known which year is meant.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline {

/// A date as it is read: without its year where it is told without. A month or a year has no day.
struct ReadDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
};

/// The dates of a text, in order, not overlapping; the forms are those of mentioned_dates.h. A day
/// without a year is one of some year.
std::vector<ReadDate> find_dates_with_digits(std::string_view text, std::string_view language);

/// The end of something that joins two dates of a range or a list; `at` where nothing does.
std::size_t skip_joiner(std::string_view text, std::size_t at);

}  // namespace dateline

// The dates that a text names: when it happened, not when it was published.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/period.h"

namespace dateline {

/// A place in a text where a day, a month or a year is named.
struct DateMention {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;
  Period period;

  friend bool operator==(const DateMention&, const DateMention&) = default;
};

/// The dates of a text, in order, not overlapping:
/// - days: "January 27, 2023", "Jan. 27th, 2023", "Friday, 27 January 2023", "27th of
///   January 2023", "2023-01-27", "27.01.2023", "27/01/2023" (not "02/01/2023", which half the
///   world reads differently); both ends of "January 27-29, 2023";
/// - days without a year, when they can be resolved: with the year of a day they are joined to
///   ("January 27 and February 3, 2023"), with "last year" behind them, with the only year that the
///   text tells the same day with, else as the one such day nearest to the publication, within half
///   a year. Without a `published` day they are left out, and so are those that more likely belong
///   to another year just told of;
/// - months with their year: "January 2023";
/// - years where a word before them proves them: "in 2019", "since 2015", "from 2012 to 2016".
/// Left out is what can only be guessed: weekdays and "yesterday", which name a day only for who
/// knows when the sentence was written; months without a year; years alone; names that hold a date
/// ("March 23 Movement"). Months are read in English, and in the article's language where that is
/// French, German or Spanish. Time is linear in the text.
std::vector<DateMention> find_mentioned_dates(std::string_view text, std::string_view language,
                                              std::optional<Date> published);

}  // namespace dateline

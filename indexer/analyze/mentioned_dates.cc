// Years that days are told without are filled in when their neighbours and the publication are
// known.
#include "indexer/analyze/mentioned_dates.h"

#include <array>
#include <chrono>

#include "common/ascii.h"
#include "indexer/analyze/date_finder.h"
#include "indexer/analyze/date_words.h"

namespace dateline {

namespace {

/// Whether nothing stands between two dates but what joins them.
bool are_joined(std::string_view text, const ReadDate& a, const ReadDate& b) {
  constexpr std::size_t most_bytes = 12;
  if (b.begin - a.end > most_bytes) {
    return false;
  }
  const bool has_comma = a.end < text.size() && text[a.end] == ',';
  const std::size_t at = a.end + (has_comma ? 1 : 0);
  return skip_joiner(text, at) == b.begin || (has_comma && skip_spaces(text, at) == b.begin);
}

/// Lends the years of days to those that are joined to them: the one before may lie in the year
/// before, the one behind in the year after.
void share_years(std::string_view text, std::vector<ReadDate>& dates) {
  for (std::size_t i = dates.size(); i-- > 1;) {
    ReadDate& first = dates[i - 1];
    const ReadDate& second = dates[i];
    if (!first.year && second.year && second.day != 0 && are_joined(text, first, second)) {
      first.year = *second.year - (first.month > second.month ? 1 : 0);
    }
  }
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const ReadDate& first = dates[i - 1];
    ReadDate& second = dates[i];
    if (first.year && first.day != 0 && !second.year && are_joined(text, first, second)) {
      second.year = *first.year + (second.month < first.month ? 1 : 0);
    }
  }
}

/// The year that "last year" or "this year" behind a day means.
std::optional<int> relative_year(std::string_view text, const ReadDate& date, int published) {
  struct Phrase {
    std::string_view words;
    int years;
  };
  constexpr std::array<Phrase, 6> phrases = {{{"last year", -1},
                                              {"of last year", -1},
                                              {"this year", 0},
                                              {"of this year", 0},
                                              {"next year", 1},
                                              {"of next year", 1}}};
  std::size_t at = date.end;
  at = skip_spaces(text, at < text.size() && text[at] == ',' ? at + 1 : at);
  for (const Phrase& phrase : phrases) {
    const std::string_view rest = text.substr(at, phrase.words.size() + 1);
    if (rest.starts_with(phrase.words) &&
        (rest.size() == phrase.words.size() || !is_letter(rest.back()))) {
      return published + phrase.years;
    }
  }
  return std::nullopt;
}

/// The years that days of a text are told with, to lend them to the same days without.
class YearsOfDays {
 public:
  explicit YearsOfDays(const std::vector<ReadDate>& dates) {
    for (const ReadDate& date : dates) {
      if (date.year && date.day != 0) {
        int& year = years_.at(date.month).at(date.day);
        year = year == none || year == *date.year ? *date.year : several;
      }
    }
  }

  /// The only year that this day is told with.
  std::optional<int> find(const ReadDate& date) const {
    const int year = years_.at(date.month).at(date.day);
    return year == none || year == several ? std::nullopt : std::optional(year);
  }

 private:
  static constexpr int none = 0;
  static constexpr int several = -1;
  std::array<std::array<int, 32>, 13> years_{};
};

/// The one such day nearest to the publication, within half a year.
std::optional<Period> nearest_day(const ReadDate& date, Date published) {
  constexpr auto half_a_year = std::chrono::days{183};
  const int year = day_period(published).year;
  std::optional<Period> nearest;
  auto distance = half_a_year;
  for (int y = year - 1; y <= year + 1; ++y) {
    const Period period{y, date.month, date.day};
    if (is_period(period)) {
      const auto away = std::chrono::abs(days_of(period).first - published);
      if (away <= distance) {
        distance = away;
        nearest = period;
      }
    }
  }
  return nearest;
}

/// Whether the story was just in another year than the one a day would be resolved to, and the
/// day is not so close to the publication that it is news.
bool is_told_of_another_year(std::string_view text, const ReadDate& date, const ReadDate* before,
                             const Period& resolved, Date published) {
  constexpr std::size_t near_bytes = 400;
  constexpr auto news = std::chrono::days{45};
  if (before == nullptr || !before->year || *before->year == resolved.year ||
      date.begin - before->end > near_bytes ||
      std::chrono::abs(days_of(resolved).first - published) <= news) {
    return false;
  }
  return text.substr(before->end, date.begin - before->end).find("\n\n") == std::string_view::npos;
}

}  // namespace

std::vector<DateMention> find_mentioned_dates(std::string_view text, std::string_view language,
                                              std::optional<Date> published) {
  std::vector<ReadDate> dates = find_dates_with_digits(text, language);
  share_years(text, dates);
  const YearsOfDays years(dates);
  std::vector<DateMention> mentions;
  const ReadDate* with_year = nullptr;
  for (ReadDate& date : dates) {
    std::optional<Period> period;
    if (!date.year && published) {
      date.year = relative_year(text, date, day_period(*published).year);
    }
    if (!date.year) {
      date.year = years.find(date);
    }
    if (date.year) {
      period = Period{*date.year, date.month, date.day};
      with_year = &date;
    } else if (published) {
      period = nearest_day(date, *published);
      if (period && is_told_of_another_year(text, date, with_year, *period, *published)) {
        period.reset();
      }
    }
    if (period && is_period(*period)) {
      mentions.push_back({date.begin, date.end, *period});
    }
  }
  return mentions;
}

}  // namespace dateline

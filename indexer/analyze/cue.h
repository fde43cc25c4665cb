// Lines that say when an article was published: "Published: 6 February 2023".
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// What a cue dates. The order is that in which they are believed.
enum class CueKind { Published, Updated };

struct DateCue {
  CueKind kind = CueKind::Published;
  Date date;
};

/// The day a cue line names: a cue word, the day, and nothing else but a time, an author or a
/// second cue. Empty for a line of running text, also one that begins with "Published".
std::optional<DateCue> read_date_cue(std::string_view line);

/// The day that stands alone on a line, "Monday, February 6, 2023", or between its bars, as in
/// "Jane Doe | 6 February 2023".
std::optional<Date> read_lone_date(std::string_view line);

/// Whether a text is a day, with or without its year: "Feb. 6, 2023", "March 2", "Monday".
bool is_day(std::string_view text);

}  // namespace dateline

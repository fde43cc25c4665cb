// One news article as a plain record: what a reader hands on, analysis completes, and the archive
// keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// Where an article was read, exactly enough to find it there again.
struct Origin {
  std::string path;    ///< absolute path of the file in the bytes of the file system, or "-"
  std::string record;  ///< the record's own id or number in that file; empty for a whole file

  friend bool operator==(const Origin&, const Origin&) = default;
  friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// How the publication date is known. A date is never guessed from running text.
enum class DateFrom { Metadata, Url, Dateline, Cue };

std::string_view to_string(DateFrom from);
std::optional<DateFrom> parse_date_from(std::string_view text);

/// All text is valid UTF-8 as `mend_text` leaves it; fields that are not known are empty.
struct Article {
  std::string id;  ///< unique in an archive, without white space
  Origin origin;
  std::string title;
  bool title_derived = false;  ///< taken from the lead sentence, for want of a headline
  std::string text;            ///< the body, without the headline
  std::optional<Date> date;
  DateFrom date_from = DateFrom::Metadata;  ///< meaningful only with a date
  std::string source;                       ///< the outlet
  std::string author;
  std::string language;  ///< ISO 639-1 code of a language the stemmer knows
  std::string url;

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace dateline

// Tests of lines that say when an article was published.
#include "indexer/analyze/cue.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

struct Case {
  const char* line;
  const char* cue;  // "published DATE", "updated DATE", or "" when the line is no cue
};

std::string describe(const std::optional<DateCue>& cue) {
  if (!cue) {
    return "";
  }
  return (cue->kind == CueKind::Published ? "published " : "updated ") + to_string(cue->date);
}

TEST_CASE("a cue line has a cue word, a day and nothing else") {
  for (const Case& c : std::initializer_list<Case>{
           {"Published: 6 February 2023", "published 2023-02-06"},
           {"Published on February 6, 2023", "published 2023-02-06"},
           {"PUBLISHED Feb. 6, 2023 at 10:30 a.m. EST", "published 2023-02-06"},
           {"First published on Mon 6 Feb 2023 10.30 GMT", ""},
           {"First published on Mon 6 Feb 2023 10:30 GMT", "published 2023-02-06"},
           {"Posted 2023-02-06 by Jane Doe", "published 2023-02-06"},
           {"Date: 2023-02-06", "published 2023-02-06"},
           {"Date : 2023-02-06", "published 2023-02-06"},
           {"Last updated: 6 February 2023", "updated 2023-02-06"},
           {"Updated on 6 February 2023.", "updated 2023-02-06"},
           {"By Jane Doe | Published: 6 February 2023", "published 2023-02-06"},
           {"Updated 7 February 2023 | Published 6 February 2023", "published 2023-02-06"},
           {"Published 6 February 2023, Updated 7 February 2023", "published 2023-02-06"},
           {"Published on 6 February 2023, the report names nobody.", ""},
           {"Published in 2023", ""},
           {"Published: 06/02/2023", ""},
           {"Date 2023-02-06", ""},
           {"Dates: 2023-02-06", ""},
           {"The report was published on 6 February 2023", ""},
           {"6 February 2023", ""},
           {"Published:", ""},
           {"", ""},
       }) {
    CAPTURE(c.line);
    CHECK(describe(read_date_cue(c.line)) == c.cue);
  }
}

TEST_CASE("a day can stand alone on a line or between its bars") {
  const auto lone = [](std::string_view line) {
    const auto date = read_lone_date(line);
    return date ? to_string(*date) : std::string();
  };
  CHECK(lone("Monday, February 6, 2023") == "2023-02-06");
  CHECK(lone("Jane Doe | 6 February 2023") == "2023-02-06");
  CHECK(lone("6 February").empty());
  CHECK(lone("Bamako, 6 February 2023").empty());
  CHECK(lone("").empty());
}

TEST_CASE("a day may do without its year") {
  CHECK(is_day("March 2"));
  CHECK(is_day("2 March"));
  CHECK(is_day("February 29"));
  CHECK(is_day("Monday"));
  CHECK(is_day("Friday, 25 February"));
  CHECK(is_day("2023-02-06"));
  CHECK_FALSE(is_day("March"));
  CHECK_FALSE(is_day("Mopti"));
  CHECK_FALSE(is_day(""));
}

}  // namespace
}  // namespace dateline

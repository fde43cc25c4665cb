// Tests of bylines.
#include "indexer/analyze/byline.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace dateline {
namespace {

struct Case {
  const char* line;
  const char* author;  // "" when the line is no byline
};

TEST_CASE("a byline names its authors, and what follows them is left out") {
  for (const Case& c : std::initializer_list<Case>{
           {"By Jane Doe", "Jane Doe"},
           {"BY JANE DOE", "JANE DOE"},
           {"by Jane Doe", "Jane Doe"},
           {"By Jane van der Doe and John Roe, Reuters", "Jane van der Doe and John Roe"},
           {"By Jane Doe, Max Moe and John Roe", "Jane Doe, Max Moe and John Roe"},
           {"By Jane Doe, Max Moe, and John Roe", "Jane Doe, Max Moe, and John Roe"},
           {"By Jane Doe, Chief Correspondent", "Jane Doe"},
           {"By Jane Doe in Bamako", "Jane Doe"},
           {"By Jane Doe for the Example Times", "Jane Doe"},
           {"By Jane Doe | 6 February 2023", "Jane Doe"},
           {"By Aïssata Touré", "Aïssata Touré"},
           {"By Reuters", ""},
           {"By Land and Sea", ""},
           {"By 2030, half of them will be gone", ""},
           {"By Monday the river had risen by two metres.", ""},
           {"By Any Means Necessary?", ""},
           {"By Jane Doe and others who know her", ""},
           {"Jane Doe", ""},
           {"Standing By Jane Doe", ""},
           {"By", ""},
           {"", ""},
       }) {
    CAPTURE(c.line);
    CHECK(read_byline(c.line).value_or("") == c.author);
  }
}

TEST_CASE("a reporter and a place make a byline") {
  for (const Case& c : std::initializer_list<Case>{
           {"Jane Doe in Bamako", "Jane Doe"},
           {"Jane Doe in New York", "Jane Doe"},
           {"Jane Doe in trouble", ""},
           {"Floods in Mopti", ""},
           {"Jane Doe in Bamako.", ""},
           {"Jane Doe", ""},
       }) {
    CAPTURE(c.line);
    CHECK(read_place_byline(c.line).value_or("") == c.author);
  }
}

TEST_CASE("bars part the pieces of a line") {
  CHECK(first_piece("Jane Doe | News · Africa") == "Jane Doe");
  CHECK(first_piece("News · Africa") == "News");
  CHECK(first_piece("a|b") == "a|b");
}

}  // namespace
}  // namespace dateline

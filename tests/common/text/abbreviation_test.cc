// Words before a full stop.
#include "common/text/abbreviation.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {
namespace {

TEST_CASE("titles, months, initials and dotted letters are abbreviations") {
  for (const std::string word : {"Mr", "Jan", "Gen", "W", "U.N", "p.m", "(Dr", "\"St", "vs"}) {
    CAPTURE(word);
    CHECK(is_abbreviation(word));
  }
}

TEST_CASE("other words are none") {
  for (const std::string word : {"", "Mali", "no", "march", "may", "5", "2023", "é"}) {
    CAPTURE(word);
    CHECK(!is_abbreviation(word));
  }
}

}  // namespace
}  // namespace dateline

// Tests of datelines.
#include "indexer/analyze/dateline.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace dateline {
namespace {

constexpr const char* story =
    "The river rose by two metres in a single night, and the market of the town was closed.";

struct Case {
  const char* head;
  const char* date;
  const char* agency;
};

TEST_CASE("a dateline is a place with a day, an agency or in capitals, and a dash") {
  for (const Case& c : std::initializer_list<Case>{
           {"BAMAKO, Feb. 6, 2023 (Reuters) - ", "2023-02-06", "Reuters"},
           {"Bamako, 6 February 2023 (AFP) – ", "2023-02-06", "AFP"},
           {"BAMAKO, Mali (AP) — ", "", "AP"},
           {"BAMAKO (Example News Agency) -- ", "", "Example News Agency"},
           {"NEW YORK, March 2 - ", "", ""},
           {"LONDON Jan 5 (Reuters) - ", "", "Reuters"},
           {"LONDON/PARIS, Jan 5 - ", "", ""},
           {"TULSA, OKLA., March 4- ", "", ""},
           {"Geneva, Monday — ", "", ""},
           {"Bamako, Mali – ", "", ""},
           {"BRASÍLIA — ", "", ""},
           {"UNITED NATIONS (AP) _ ", "", "AP"},
           {"BBC — ", "", ""},
       }) {
    CAPTURE(c.head);
    const std::string line = std::string(c.head) + story;
    const auto dateline = read_dateline(line);
    REQUIRE(dateline);
    CHECK(line.substr(dateline->bytes) == story);
    CHECK((dateline->date ? to_string(*dateline->date) : "") == c.date);
    CHECK(dateline->agency == c.agency);
    if (!dateline->agency.empty()) {
      CHECK(line.substr(dateline->agency_begin + 1, dateline->agency.size()) == c.agency);
    }
  }
}

TEST_CASE("a line of prose or a headline with a dash has no dateline") {
  for (const char* line : {
           "UK – France deal",
           "COVID-19 – what we know after three years of it and what we still have to learn of it",
           "The river – all of it – rose by two metres in a single night, the ministry has said",
           "Guinea-Bissau votes",
           "Rain, wind - and a flood that nobody had seen coming in the whole of the wide valley",
           "Jane Doe (52) - a teacher who had lived by the river for twenty years - has left it",
           "",
           "-",
       }) {
    CAPTURE(line);
    CHECK_FALSE(read_dateline(line));
  }
}

}  // namespace
}  // namespace dateline

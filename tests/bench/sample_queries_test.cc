// Queries made of titles and of lines.
#include "bench/sample_queries.h"

#include <doctest/doctest.h>

#include <vector>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {

TEST_CASE("a title asks with its telling words, and with two of them side by side") {
  struct Case {
    const char* title;
    const char* words;
    const char* phrase;
  };
  const std::vector<Case> cases = {
      {"", "", ""},
      {"A to B in 2023", "", ""},
      {"Mali expels UN human rights chief", "mali expels human rights", "mali expels"},
      {"Grain of the year", "grain year", ""},
      {"Goïta: against what Wagner says", "goita wagner", ""},
      {"Al-Qaeda attack in 2021 Sahel", "qaeda attack sahel", "qaeda attack"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    const SampleQuery query = query_of_title(c.title);
    CHECK(query.words == c.words);
    CHECK(query.phrase == c.phrase);
    CHECK(!query.name);
  }
}

TEST_CASE("a line asks as it stands") {
  CHECK(query_of_line("  Wagner \"human rights\" ") ==
        SampleQuery{"Wagner \"human rights\"", "Wagner human rights", std::nullopt});
  CHECK(query_of_line("Wagner") == SampleQuery{"Wagner", "", std::nullopt});
}

TEST_CASE("a file of queries has one a line, and comments") {
  const test::TempFolder temp;
  const auto file = temp.write("queries", "# asked in March\n\nWagner\r\nhuman rights");
  const std::vector<SampleQuery> queries = read_queries(file);
  REQUIRE(queries.size() == 2);
  CHECK(queries[0].words == "Wagner");
  CHECK(queries[1].phrase == "human rights");
  CHECK_THROWS_AS(read_queries(temp.write("empty", "# nothing\n")), Error);
  CHECK_THROWS_AS(read_queries(temp.path() / "missing"), Error);
}

}  // namespace dateline

// What the indexer's commands print.
#include "indexer/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace dateline {
namespace {

TEST_CASE("bytes are shown in the largest unit that leaves a digit before the point") {
  struct Case {
    std::uint64_t bytes;
    const char* shown;
  };
  const Case cases[] = {
      {0, "0 bytes"},          {999, "999 bytes"},        {1000, "1.0 kB"},
      {17'850, "17.9 kB"},     {999'949, "999.9 kB"},     {999'950, "1.0 MB"},
      {25'500'000, "25.5 MB"}, {3'000'000'000, "3.0 GB"}, {5'000'000'000'000'000, "5000.0 TB"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(shown_bytes(c.bytes) == c.shown);
  }
}

TEST_CASE("a progress line fits its terminal") {
  const Progress progress{
      .articles = 500, .text_bytes = 2'000'000, .fraction = 0.25, .seconds = 10};
  CHECK(progress_line(progress, 79) ==
        "25% [=====                 ] 500 articles, 50.0 articles/s, 0.2 MB/s, 0:30 left");
  for (std::size_t width = 1; width < 200; ++width) {
    CAPTURE(width);
    CHECK(progress_line(progress, width).size() <= width);
  }
  const Progress unknown{.articles = 3, .text_bytes = 0, .fraction = 0, .seconds = 1};
  CHECK(progress_line(unknown, 79) == "3 articles, 3.0 articles/s, 0.0 MB/s");
}

TEST_CASE("a report says all numbers, in words and as JSON") {
  IndexReport report;
  report.added = 1;
  report.updated = 2;
  report.unchanged = 3;
  report.removed = 4;
  report.problems = {{"news.jsonl:3", "not \"JSON\" \xFF"}};
  report.other_files = 5;
  report.text_bytes = 6000;
  report.seconds = 2;
  std::ostringstream text;
  render_report(text, report, false);
  CHECK(text.str() ==
        "1 article added, 2 updated, 3 unchanged, 4 removed, 1 problem\n"
        "6.0 kB of text in 2.0 s (3.0 articles/s, 0.0 MB/s)\n"
        "5 files of other kinds passed over\n");
  std::ostringstream json;
  render_report_json(json, report, true);
  const auto parsed = nlohmann::json::parse(json.str());
  CHECK(parsed["added"] == 1);
  CHECK(parsed["removed"] == 4);
  CHECK(parsed["problems"][0]["source"] == "news.jsonl:3");
  CHECK(parsed["dry_run"] == true);
  CHECK(parsed["format_version"] == 1);
}

}  // namespace
}  // namespace dateline

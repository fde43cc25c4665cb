// Pictures of records, and that a record cannot make gnuplot do anything else.
#include "bench/record/pictures.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "common/error.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

KeptRecord record_of_bench(const std::string& bench, const std::string& row_name) {
  KeptRecord kept;
  kept.record = {.bench = bench, .about = {}, .rows = {}};
  RecordRow row{.name = row_name, .what = {}, .figures = {}};
  for (const char* key :
       {"megabytes_per_second", "index_per_text", "or_mean_ms", "or_p50_ms", "or_p99_ms",
        "page_p50_ms", "page_p99_ms", "peak_megabytes", "query_peak_megabytes"}) {
    row.figures.push_back({key, key, 2, {1.5, 2, 2.5}});
  }
  row.details["latencies_ms"] = {{1.5, 0.5, 2.5}, {1, 2, 3}};
  kept.record.rows = {row, row};
  kept.record.rows[1].name += "0";
  return kept;
}

bool has_gnuplot() {
  return std::system("gnuplot --version >/dev/null 2>&1") == 0;
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("every bench that has something to show is drawn") {
  const std::vector<std::pair<std::string, std::size_t>> benches{
      {"index", 1}, {"growth", 3}, {"query", 1}, {"peers", 3}, {"entities", 0}};
  for (const auto& [bench, pictures] : benches) {
    const test::TempFolder temp;
    const std::vector<Picture> made = pictures_of(record_of_bench(bench, "1000"));
    CHECK(made.size() == pictures);
    for (const Picture& picture : made) {
      if (!has_gnuplot()) {
        CHECK_THROWS_AS(draw(picture, temp.path()), Error);
        continue;
      }
      const std::string svg = read_file(draw(picture, temp.path()));
      CHECK(svg.find("<svg") != std::string::npos);
      CHECK(svg.find("</svg>") != std::string::npos);
    }
  }
}

TEST_CASE("text of a record stays text") {
  // A backtick within a quoted string of a command would be carried out; in data it is not.
  const test::TempFolder temp;
  const std::string name = "a\" \n`touch " + (temp.path() / "carried-out").string() +
                           "`\nEND\nsystem 'touch " + (temp.path() / "carried-out").string() + "'";
  CHECK(pictures_of(record_of_bench("growth", name)).empty());
  for (const char* bench : {"index", "query", "peers"}) {
    for (const Picture& picture : pictures_of(record_of_bench(bench, name))) {
      if (has_gnuplot()) {
        CHECK_NOTHROW(draw(picture, temp.path()));
      }
      CHECK(picture.script.find("\nsystem") == std::string::npos);
    }
  }
  CHECK(!std::filesystem::exists(temp.path() / "carried-out"));
}

TEST_CASE("a picture that cannot be drawn is an error") {
  const test::TempFolder temp;
  CHECK_THROWS_AS(draw({"wrong", "plot nothing at all\n"}, temp.path()), Error);
}

}  // namespace dateline

// The program itself on a few articles: its records have what they promise. What the figures are is
// no test's business.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/pipeline.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

using Json = nlohmann::json;

constexpr const char* articles = DATELINE_SAMPLE_ARTICLES "/sahel-courier";

/// Runs dateline-bench in a folder; true when it exits with 0.
bool run_bench(const test::TempFolder& temp, const std::string& arguments) {
  const std::string command = "cd '" + temp.path().string() +
                              "' && TMPDIR=. '" DATELINE_BENCH "' " + arguments + " 2>messages";
  return std::system(command.c_str()) == 0;
}

Json read_json(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return Json::parse(stream);
}

void check_keys(const Json& object, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK(object.contains(key));
  }
  CHECK(object.size() == keys.size());
}

void check_figures(const Json& figures, const std::vector<std::string>& keys) {
  check_keys(figures, keys);
  for (const Json& figure : figures) {
    check_keys(figure, {"median", "min", "max"});
    CHECK(figure["min"] <= figure["median"]);
    CHECK(figure["median"] <= figure["max"]);
    CHECK(figure["min"] > 0);
  }
}

void check_circumstances(const Json& record, const char* bench) {
  CHECK(record["format_version"] == 1);
  CHECK(record["bench"] == bench);
  CHECK(record["command"].get<std::string>().starts_with(std::string("dateline-bench ") + bench));
  check_keys(record["machine"],
             {"processor", "cores", "memory_bytes", "kernel", "compiler", "build_type", "xapian"});
}

void make_archive(const std::filesystem::path& folder) {
  UpdateOptions options;
  options.paths = {articles};
  REQUIRE(update_archive({folder}, options, {}).added > 0);
}

}  // namespace

TEST_CASE("index gives a record of every run, and leaves nothing behind") {
  const test::TempFolder temp;
  REQUIRE(run_bench(temp, std::string("index --runs 2 --json -o record.json '") + articles + "'"));
  const Json record = read_json(temp.path() / "record.json");
  check_keys(record,
             {"format_version", "bench", "command", "commit", "machine", "figures", "runs"});
  check_circumstances(record, "index");
  check_figures(record["figures"],
                {"articles_per_second", "megabytes_per_second", "cpu_seconds_per_megabyte",
                 "seconds", "peak_megabytes", "archive_per_text"});
  REQUIRE(record["runs"].size() == 2);
  for (const Json& run : record["runs"]) {
    check_keys(run, {"seconds", "cpu_seconds", "peak_bytes", "articles", "problems", "text_bytes",
                     "archive_bytes"});
    CHECK(run["articles"] > 0);
    CHECK(run["problems"] == 0);
  }
  for (const auto& entry : std::filesystem::directory_iterator(temp.path())) {
    CHECK(!entry.is_directory());
  }
}

TEST_CASE("without entities the archive is smaller") {
  const test::TempFolder temp;
  const std::string command = std::string("index --runs 1 --jobs 1 --json '") + articles + "'";
  REQUIRE(run_bench(temp, command + " -o all.json"));
  REQUIRE(run_bench(temp, command + " --entities none -o none.json"));
  const auto bytes_of = [&temp](const char* file) {
    return read_json(temp.path() / file)["runs"][0]["archive_bytes"].get<std::uint64_t>();
  };
  CHECK(bytes_of("none.json") < bytes_of("all.json"));
}

TEST_CASE("entities gives a record of every run") {
  const test::TempFolder temp;
  REQUIRE(
      run_bench(temp, std::string("entities --runs 2 --json -o record.json '") + articles + "'"));
  const Json record = read_json(temp.path() / "record.json");
  check_keys(record,
             {"format_version", "bench", "command", "commit", "machine", "figures", "runs"});
  check_circumstances(record, "entities");
  check_figures(record["figures"], {"cpu_ms_per_megabyte", "read_cpu_ms_per_megabyte",
                                    "tag_cpu_ms_per_megabyte", "date_cpu_ms_per_megabyte"});
  REQUIRE(record["runs"].size() == 2);
  for (const Json& run : record["runs"]) {
    check_keys(run, {"read_cpu_seconds", "tag_cpu_seconds", "date_cpu_seconds", "articles",
                     "problems", "mentions", "text_bytes"});
    CHECK(run["mentions"] > 0);
    CHECK(run["mentions"] == record["runs"][0]["mentions"]);
  }
}

TEST_CASE("query gives a record of every kind, with queries that find something") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  REQUIRE(run_bench(temp, "query --archive archive --runs 2 --json -o record.json"));
  const Json record = read_json(temp.path() / "record.json");
  check_keys(record, {"format_version", "bench", "command", "commit", "machine", "kinds"});
  check_circumstances(record, "query");
  std::vector<std::string> kinds;
  for (const Json& kind : record["kinds"]) {
    CAPTURE(kind["kind"]);
    check_keys(kind, {"kind", "what", "queries", "totals", "figures", "runs"});
    check_figures(kind["figures"],
                  {"p50_ms", "p90_ms", "p99_ms", "cpu_p50_ms", "cpu_p99_ms", "mean_ms"});
    for (const Json& total : kind["totals"]) {
      CHECK(total > 0);
    }
    CHECK(kind["totals"].size() == kind["queries"].size());
    REQUIRE(kind["runs"].size() == 2);
    CHECK(kind["runs"][0]["latencies_ms"].size() == kind["queries"].size());
    kinds.push_back(kind["kind"]);
  }
  CHECK(kinds == std::vector<std::string>{"or", "and", "phrase", "filter", "newest", "facets",
                                          "snippets", "page", "x-or", "x-total", "x-page"});
}

TEST_CASE("the same archive is asked the same queries") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  REQUIRE(run_bench(temp, "query --archive archive --runs 1 --samples 3 --json -o 1.json"));
  REQUIRE(run_bench(temp, "query --archive archive --runs 1 --samples 3 --json -o 2.json"));
  const Json first = read_json(temp.path() / "1.json")["kinds"];
  const Json second = read_json(temp.path() / "2.json")["kinds"];
  REQUIRE(first.size() == second.size());
  for (std::size_t kind = 0; kind < first.size(); ++kind) {
    CHECK(first[kind]["queries"] == second[kind]["queries"]);
    CHECK(first[kind]["totals"] == second[kind]["totals"]);
  }
}

TEST_CASE("the queries of a file are asked as they stand") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  temp.write("asked", "Mali\nUnited Nations\n");
  REQUIRE(run_bench(temp, "query --archive archive --queries asked --runs 1 --json -o r.json"));
  const Json record = read_json(temp.path() / "r.json");
  CHECK(record["kinds"][0]["queries"] == Json{"Mali", "United Nations"});
  for (const Json& kind : record["kinds"]) {
    CHECK(kind["kind"] != "filter");
  }
}

TEST_CASE("people are told the same figures") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  CHECK(run_bench(temp, std::string("index --runs 1 -o index '") + articles + "'"));
  CHECK(run_bench(temp, "query --archive archive --runs 1 -o query"));
  CHECK(run_bench(temp, std::string("entities --runs 1 -o entities '") + articles + "'"));
  CHECK(std::filesystem::file_size(temp.path() / "index") > 200);
  CHECK(std::filesystem::file_size(temp.path() / "entities") > 200);
  CHECK(std::filesystem::file_size(temp.path() / "query") > 200);
}

TEST_CASE("what cannot be measured is an error") {
  const test::TempFolder temp;
  CHECK(!run_bench(temp, "index missing"));
  CHECK(!run_bench(temp, "index --archive here ."));
  CHECK(!run_bench(temp, "entities missing"));
  CHECK(!run_bench(temp, "query --archive missing"));
}

TEST_CASE("relevance compares rankings, and tells what the choice is worth on other topics") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  temp.write("topics.tsv", "1\tWagner human rights\n2\telections in Niger\n3\tnobody asks\n");
  temp.write("qrels", "1 0 sahel-courier/x 1\n2 0 sahel-courier/y 1\n");
  REQUIRE(run_bench(temp,
                    "relevance topics.tsv qrels --archive archive --ranking bm25 --ranking dph "
                    "--folds 2 --json -o record.json"));
  const Json record = read_json(temp.path() / "record.json");
  check_keys(record, {"format_version", "bench", "command", "commit", "machine", "measure",
                      "topics", "rankings", "folds", "held_out"});
  check_circumstances(record, "relevance");
  CHECK(record["topics"] == Json({"1", "2"}));
  REQUIRE(record["rankings"].size() == 2);
  CHECK(record["rankings"][1]["ranking"] == "dph");
  CHECK(record["rankings"][1]["values"].size() == 2);
  CHECK(record["folds"].size() == 2);
  CHECK_FALSE(run_bench(temp, "relevance topics.tsv nowhere --archive archive"));
  CHECK_FALSE(run_bench(temp, "relevance topics.tsv qrels --archive archive --ranking bm26"));
}

}  // namespace dateline

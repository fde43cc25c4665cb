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

void check_figures(const Json& figures, const std::vector<std::string>& keys, std::size_t runs) {
  check_keys(figures, keys);
  for (const Json& figure : figures) {
    check_keys(figure, {"label", "decimals", "median", "min", "max", "runs"});
    CHECK(figure["min"] <= figure["median"]);
    CHECK(figure["median"] <= figure["max"]);
    CHECK(figure["min"] >= 0);
    CHECK(figure["max"] > 0);
    CHECK(figure["runs"].size() == runs);
  }
}

void check_circumstances(const Json& record, const char* bench) {
  CHECK(record["format_version"] == 1);
  CHECK(record["bench"] == bench);
  for (const char* key : {"commit", "about", "rows", "notes"}) {
    CAPTURE(key);
    CHECK(record.contains(key));
  }
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
  REQUIRE(run_bench(temp, std::string("index --runs 2 --path bulk --path direct --json "
                                      "-o record.json '") +
                              articles + "'"));
  const Json record = read_json(temp.path() / "record.json");
  check_circumstances(record, "index");
  CHECK(record["articles"] > 0);
  CHECK(record["problems"] == 0);
  REQUIRE(record["rows"].size() == 2);
  for (const Json& row : record["rows"]) {
    check_figures(row["figures"],
                  {"articles_per_second", "megabytes_per_second", "seconds", "peak_megabytes",
                   "archive_per_text", "cpu_ms_per_megabyte", "read_cpu_ms_per_megabyte",
                   "analyze_cpu_ms_per_megabyte", "encode_cpu_ms_per_megabyte",
                   "write_cpu_ms_per_megabyte", "finish_cpu_ms_per_megabyte"},
                  2);
  }
  CHECK(record["rows"][0]["name"].get<std::string>().ends_with(", in bulk"));
  CHECK(record["rows"][1]["name"].get<std::string>().ends_with(", one by one"));
  for (const auto& entry : std::filesystem::directory_iterator(temp.path())) {
    CHECK(!entry.is_directory());
  }
}

TEST_CASE("without entities the archive is smaller") {
  const test::TempFolder temp;
  REQUIRE(run_bench(temp, std::string("index --runs 1 --jobs 1 --entities all --entities none "
                                      "--json -o record.json '") +
                              articles + "'"));
  const Json rows = read_json(temp.path() / "record.json")["rows"];
  REQUIRE(rows.size() == 2);
  CHECK(rows[0]["name"] == "1 thread");
  CHECK(rows[1]["name"] == "1 thread, no entities");
  const auto room = [&rows](std::size_t row) {
    return rows[row]["figures"]["archive_per_text"]["median"].get<double>();
  };
  CHECK(room(1) < room(0));
}

TEST_CASE("analysis and entities give a row for each step") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> benches{
      {"analysis", {"all", "read", "complete", "terms", "words", "stems"}},
      {"entities", {"all", "read", "complete", "names", "dates"}}};
  for (const auto& [bench, steps] : benches) {
    const test::TempFolder temp;
    REQUIRE(run_bench(temp, bench + " --runs 2 --json -o record.json '" + articles + "'"));
    const Json record = read_json(temp.path() / "record.json");
    check_circumstances(record, bench.c_str());
    CHECK(record[bench == "analysis" ? "words" : "mentions"] > 0);
    std::vector<std::string> names;
    for (const Json& row : record["rows"]) {
      names.push_back(row["name"]);
      check_figures(row["figures"], {"cpu_ms_per_megabyte", "megabytes_per_cpu_second"}, 2);
    }
    CHECK(names == steps);
  }
}

TEST_CASE("corpus tells what the articles look like") {
  const test::TempFolder temp;
  REQUIRE(run_bench(temp, std::string("corpus --json -o record.json '") + articles + "'"));
  const Json record = read_json(temp.path() / "record.json");
  check_circumstances(record, "corpus");
  REQUIRE(record["rows"].size() == 1);
  for (const char* key : {"words_per_article", "vocabulary", "names"}) {
    CAPTURE(key);
    CHECK(record["rows"][0]["figures"][key]["median"] > 0);
  }
}

TEST_CASE("what is generated can be read, and growth measures it at every size") {
  const test::TempFolder temp;
  REQUIRE(run_bench(temp, "generate 30 -o generated.jsonl"));
  REQUIRE(run_bench(temp, "corpus generated.jsonl -o corpus"));
  REQUIRE(run_bench(temp, "growth --size 60 --size 30 --json -o record.json"));
  const Json record = read_json(temp.path() / "record.json");
  check_circumstances(record, "growth");
  REQUIRE(record["rows"].size() == 2);
  CHECK(record["rows"][0]["name"] == "30");
  CHECK(record["rows"][1]["name"] == "60");
  for (const Json& row : record["rows"]) {
    for (const char* key : {"megabytes_per_second", "archive_per_text", "add_100_seconds",
                            "or_p50_ms", "page_p99_ms", "query_peak_megabytes"}) {
      CAPTURE(key);
      CHECK(row["figures"][key]["median"] > 0);
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(temp.path())) {
    CHECK(!entry.is_directory());
  }
}

TEST_CASE("query gives a record of every kind, with queries that find something") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  REQUIRE(run_bench(temp, "query --archive archive --runs 2 --json -o record.json"));
  const Json record = read_json(temp.path() / "record.json");
  check_circumstances(record, "query");
  std::vector<std::string> kinds;
  for (const Json& kind : record["rows"]) {
    CAPTURE(kind["name"]);
    check_keys(kind, {"name", "what", "queries", "totals", "figures", "latencies_ms"});
    Json latencies = kind["figures"];
    latencies.erase("matches");
    check_figures(latencies, {"p50_ms", "p90_ms", "p99_ms", "cpu_p50_ms", "cpu_p99_ms", "mean_ms"},
                  2);
    for (const Json& total : kind["totals"]) {
      CHECK(total > 0);
    }
    CHECK(kind["totals"].size() == kind["queries"].size());
    REQUIRE(kind["latencies_ms"].size() == 2);
    CHECK(kind["latencies_ms"][0].size() == kind["queries"].size());
    kinds.push_back(kind["name"]);
  }
  CHECK(kinds == std::vector<std::string>{"or", "and", "phrase", "filter", "newest", "facets",
                                          "snippets", "page", "x-or", "x-total", "x-page"});
}

TEST_CASE("several may ask at once, and ask what is not in memory") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  REQUIRE(run_bench(temp,
                    "query --archive archive --runs 1 --samples 3 --readers 1 --readers 3 --cold "
                    "--json -o record.json"));
  std::vector<std::string> names;
  const Json rows = read_json(temp.path() / "record.json")["rows"];
  for (const Json& row : rows) {
    names.push_back(row["name"]);
    CHECK(row["figures"]["p50_ms"]["median"] > 0);
  }
  const std::vector<std::string> last(names.end() - 4, names.end());
  CHECK(last == std::vector<std::string>{"page by 1", "page by 3", "or cold", "page cold"});
}

TEST_CASE("the same archive is asked the same queries") {
  const test::TempFolder temp;
  make_archive(temp.path() / "archive");
  REQUIRE(run_bench(temp, "query --archive archive --runs 1 --samples 3 --json -o 1.json"));
  REQUIRE(run_bench(temp, "query --archive archive --runs 1 --samples 3 --json -o 2.json"));
  const Json first = read_json(temp.path() / "1.json")["rows"];
  const Json second = read_json(temp.path() / "2.json")["rows"];
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
  CHECK(record["rows"][0]["queries"] == Json{"Mali", "United Nations"});
  for (const Json& kind : record["rows"]) {
    CHECK(kind["name"] != "filter");
  }
}

TEST_CASE("records are compared") {
  const test::TempFolder temp;
  const std::string index = std::string("index --runs 1 --json '") + articles + "'";
  REQUIRE(run_bench(temp, index + " -o 1.json"));
  REQUIRE(run_bench(temp, index + " -o 2.json"));
  REQUIRE(run_bench(temp, "compare 1.json 2.json --json -o compared.json"));
  const Json record = read_json(temp.path() / "compared.json");
  check_circumstances(record, "compare");
  CHECK(record["rows"].size() == 11);
  CHECK(record["rows"][0]["remark"] == "too few runs to tell");
  CHECK(run_bench(temp, "compare 1.json 2.json -o text"));
  CHECK(run_bench(temp, "index --runs 1 -o printed '" + std::string(articles) + "'"));
  CHECK(run_bench(temp, "summary 1.json -o told"));
  CHECK(std::filesystem::file_size(temp.path() / "told") >
        std::filesystem::file_size(temp.path() / "printed") / 2);
  CHECK(!run_bench(temp, "summary printed"));
  CHECK(!run_bench(temp, "compare 1.json missing.json"));
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
  CHECK(!run_bench(temp, "analysis missing"));
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
  check_circumstances(record, "relevance");
  CHECK(record["topics"] == Json({"1", "2"}));
  REQUIRE(record["rows"].size() == 2);
  CHECK(record["rows"][1]["name"] == "dph");
  CHECK(record["rows"][1]["values"].size() == 2);
  CHECK(record["held_out"].is_number());
  CHECK(record["folds"].size() == 2);
  CHECK_FALSE(run_bench(temp, "relevance topics.tsv nowhere --archive archive"));
  CHECK_FALSE(run_bench(temp, "relevance topics.tsv qrels --archive archive --ranking bm26"));
}

}  // namespace dateline

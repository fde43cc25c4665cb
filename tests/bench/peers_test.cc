// The peers on a few articles: those that are installed find what the others find, those that are
// not are skipped with a sentence.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/peers/peer_list.h"
#include "tests/support/temp_folder.h"

namespace dateline {

namespace {

using Json = nlohmann::json;

constexpr const char* sample = DATELINE_SAMPLE_ARTICLES;

bool run_peers(const test::TempFolder& temp, const std::string& arguments) {
  // Run by root, the server of PostgreSQL is not: it has to find its way into the folder.
  std::filesystem::permissions(temp.path(), std::filesystem::perms::others_exec,
                               std::filesystem::perm_options::add);
  const std::string command = "cd '" + temp.path().string() +
                              "' && TMPDIR=. '" DATELINE_BENCH "' peers --runs 1 --warm-up 0 " +
                              arguments + " 2>messages";
  return std::system(command.c_str()) == 0;
}

Json read_json(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return Json::parse(stream);
}

void check_row(const Json& row) {
  CAPTURE(row["name"]);
  for (const char* key :
       {"seconds", "megabytes_per_second", "cpu_seconds", "peak_megabytes", "index_per_text"}) {
    CAPTURE(key);
    REQUIRE(row["figures"].contains(key));
    CHECK(row["figures"][key]["median"] >= 0);
  }
  CHECK(!row["version"].get<std::string>().empty());
  CHECK(!row["settings"].get<std::string>().empty());
}

/// Stop words, tags and hyphens are read differently, but not by that much.
void check_agreement(const Json& row, double articles) {
  CAPTURE(row["name"]);
  const auto found = row["articles_with_any_word"].get<double>();
  CHECK(found >= 0.9 * articles);
  CHECK(found <= 1.1 * articles);
  for (const char* question : {"or", "and", "phrase", "facet"}) {
    CAPTURE(question);
    CHECK(row["figures"].contains(question + std::string("_p50_ms")));
    CHECK(row["figures"].contains(question + std::string("_p99_ms")));
    CHECK(row["hits"][question] > 0);
  }
  CHECK(row["facet_counts"] > 0);
}

}  // namespace

TEST_CASE("all peers that are there find the same articles, and the others are skipped") {
  const test::TempFolder temp;
  const std::string arguments = std::string("'") + sample + "' --json -o record.json";
  REQUIRE(run_peers(temp, arguments));
  const Json record = read_json(temp.path() / "record.json");
  CHECK(record["bench"] == "peers");
  CHECK(record["queries"] > 10);
  CHECK(record["text_bytes"] > 10000);
  CHECK(record["rows"].size() + record["skipped"].size() == all_peers().size());
  REQUIRE(record["rows"].size() >= 5);
  REQUIRE(record["rows"][0]["name"] == "dateline");
  const auto articles = record["rows"][0]["articles_with_any_word"].get<double>();
  for (const Json& row : record["rows"]) {
    check_row(row);
    if (row.contains("counts")) {
      check_agreement(row, articles);
    }
  }
  for (const Json& reason : record["skipped"]) {
    CHECK(reason.get<std::string>().find("scripts/install-peers") != std::string::npos);
  }
  for (const auto& entry : std::filesystem::directory_iterator(temp.path())) {
    CHECK(!entry.is_directory());
  }
}

TEST_CASE("what a peer is worth on judged topics stands in its row") {
  const test::TempFolder temp;
  {
    std::ofstream(temp.path() / "topics.tsv") << "1\tWagner human rights\n2\tnobody judged it\n";
    std::ofstream(temp.path() / "qrels") << "1 0 sahel-courier/x 1\n";
  }
  const std::string arguments = std::string("'") + sample +
                                "' --peer xapian --peer dateline --json -o record.json --topics "
                                "topics.tsv --qrels ";
  REQUIRE(run_peers(temp, arguments + "qrels"));
  const Json record = read_json(temp.path() / "record.json");
  REQUIRE(record["rows"].size() == 2);
  for (const Json& row : record["rows"]) {
    CAPTURE(row["name"]);
    CHECK(row["figures"].contains("map"));
    CHECK(row["figures"].contains("nDCG@10"));
  }
  CHECK_FALSE(run_peers(temp, arguments + "nowhere"));
}

TEST_CASE("people are told the same, and what cannot be compared is an error") {
  const test::TempFolder temp;
  const std::string one = std::string("--peer dateline-plain-1 '") + sample + "' -o figures";
  REQUIRE(run_peers(temp, one));
  CHECK(std::filesystem::file_size(temp.path() / "figures") > 200);
  CHECK_FALSE(run_peers(temp, "missing"));
  CHECK_FALSE(run_peers(temp, std::string("--peer nobody '") + sample + "'"));
  CHECK_FALSE(run_peers(temp, std::string("--topics figures '") + sample + "'"));
}

}  // namespace dateline

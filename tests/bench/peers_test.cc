// The peers on a few articles: those that are installed find what the others find, those that are
// not are skipped with a sentence.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/peers/peers_bench.h"
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

/// An article that alone has a word, with an id that is written otherwise in the archive, and two
/// topics: that word, and nothing that is a word. Returns the arguments that name them.
std::string write_judged(const test::TempFolder& temp) {
  temp.write("one.jsonl",
             R"({"id": "a b%c", "title": "Seen again", "text": "A quokka was seen today."})");
  temp.write("topics.tsv", "1\tquokka\n2\t???\n3\tnobody judged it\n");
  temp.write("qrels", "1 0 a%20b%25c 1\n2 0 a%20b%25c 1\n");
  return " one.jsonl --topics topics.tsv --qrels qrels ";
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
  // The one topic is answered with its article alone, the other is not asked.
  CHECK(row["figures"]["map"]["median"] == 0.5);
}

bool has_driver(const Peer& peer) {
  const std::string name = "dateline-peer-" + std::string(peer.driver);
  return peer.driver.empty() ||
         std::filesystem::exists(std::filesystem::path(DATELINE_BENCH).parent_path() / "peers" /
                                 name);
}

/// A peer that is there and still does not run, as where a server may not be started, has a reason
/// of its own.
void check_skipped(const Json& skipped) {
  for (const Peer& peer : all_peers()) {
    const std::string name(peer.name);
    CAPTURE(name);
    if (!has_driver(peer)) {
      REQUIRE(skipped.contains(name));
      CHECK(skipped[name].get<std::string>().find("scripts/install-peers") != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("all peers that are there find the same articles, and the others are skipped") {
  const test::TempFolder temp;
  const std::string arguments = std::string("'") + sample + "' --json -o record.json";
  REQUIRE(run_peers(temp, arguments + write_judged(temp)));
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
  check_skipped(record["skipped"]);
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

TEST_CASE("a peer that finds no room for itself is skipped, and the next one is measured") {
  const test::TempFolder temp;
  const std::span<const Peer> peers = all_peers();
  PeersBenchOptions options;
  options.paths = {sample};
  options.peers = {&peers[2], &peers[3]};
  options.runs = 1;
  options.warm_up = 0;
  options.scratch = temp.path();
  // A file stands where the first would make its folder.
  options.should_stop = [&] {
    for (const auto& scratch : std::filesystem::directory_iterator(temp.path())) {
      std::ofstream(scratch.path() / peers[2].name);
    }
    return false;
  };
  const PeersResult result = bench_peers(options);
  CHECK(!result.peers[0].skipped.empty());
  CHECK(result.peers[0].runs.empty());
  CHECK(result.peers[1].skipped.empty());
  CHECK(result.peers[1].runs.size() == 1);
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

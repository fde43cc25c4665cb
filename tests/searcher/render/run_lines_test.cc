// Lines of a TREC run.
#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/render/renderer.h"

namespace dateline {
namespace {

SearchResult result_of(const std::vector<double>& scores) {
  SearchResult result;
  for (const double score : scores) {
    Hit& hit = result.hits.emplace_back();
    hit.rank = result.hits.size();
    hit.score = score;
    hit.article.id = "d" + std::to_string(hit.rank);
  }
  return result;
}

std::string run_of(const SearchResult& result, const RunLabel& label) {
  std::ostringstream out;
  render_run(out, result, label);
  return out.str();
}

/// The fifth field of each line.
std::vector<std::string> printed_scores(const std::string& run) {
  std::vector<std::string> scores;
  std::istringstream lines(run);
  std::string skipped;
  std::string score;
  while (lines >> skipped >> skipped >> skipped >> skipped >> score >> skipped) {
    scores.push_back(score);
  }
  return scores;
}

TEST_CASE("a run line is topic, Q0, id, rank, score and tag") {
  CHECK(run_of(result_of({2.5, 1}), {"301", "mine"}) ==
        "301 Q0 d1 1 2.5 mine\n301 Q0 d2 2 1 mine\n");
  CHECK(run_of(result_of({}), {"301", "mine"}).empty());
}

TEST_CASE("white space in a topic, an archive or a tag is encoded, so a line has six fields") {
  SearchResult result = result_of({1});
  result.hits.front().archive = "my news";
  result.hits.front().shares_id = true;
  CHECK(run_of(result, {"a b", "50% \t"}) == "a%20b Q0 my%20news:d1 1 1 50%25%20%09\n");
}

TEST_CASE("scores strictly decrease, read as floats or as doubles") {
  const std::vector<std::vector<double>> lists = {
      {3, 3, 3, 3},
      {0, 0, 0},
      {12.3456789, 12.3456788, 12.3456787},
      {1, 2, 3, 3, 0.5},
      {1e-45, 1e-45, 0},
      {-1, -1, -2},
      {1e30, 1e-30, 1e-30},
      std::vector<double>(5000, 7.7),
  };
  for (const std::vector<double>& list : lists) {
    CAPTURE(list.front());
    const std::vector<std::string> scores = printed_scores(run_of(result_of(list), {"1", "t"}));
    REQUIRE(scores.size() == list.size());
    for (std::size_t i = 1; i < scores.size(); ++i) {
      CAPTURE(scores[i]);
      CHECK(std::strtof(scores[i].c_str(), nullptr) < std::strtof(scores[i - 1].c_str(), nullptr));
      CHECK(std::strtod(scores[i].c_str(), nullptr) < std::strtod(scores[i - 1].c_str(), nullptr));
    }
  }
}

}  // namespace
}  // namespace dateline

// Feedback changes the order of what is found, by the articles alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/pipeline.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr std::size_t articles = 90;

std::vector<std::string> random_lines(Random& random) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < articles; ++i) {
    lines.push_back(random_record(random, "a" + std::to_string(i)) + "\n");
  }
  return lines;
}

ArchiveLayout write_archive(const TempFolder& folder, const std::string& name,
                            const std::vector<std::string>& lines) {
  std::string bytes;
  for (const std::string& line : lines) {
    bytes += line;
  }
  UpdateOptions options;
  options.paths = {folder.write(name + ".jsonl", bytes).string()};
  ArchiveLayout layout{folder.path() / name};
  REQUIRE(update_archive(layout, options, {}).added == articles);
  return layout;
}

SearchRequest random_request(Random& random) {
  SearchRequest request;
  for (auto words = random() % 3 + 1; words > 0; --words) {
    request.text += (request.text.empty() ? "" : " ") + pick(random, stock_words);
  }
  request.match = random() % 2 == 0 ? MatchMode::Any : MatchMode::All;
  request.limit = articles;
  request.suggest = false;
  request.ranking =
      parse_ranking(pick(random, std::vector{"ineb2", "bm25", "lm-dirichlet", "pl2"}));
  return request;
}

SearchRequest with_feedback(SearchRequest request) {
  request.feedback = FeedbackOptions{.articles = 4, .terms = 8, .weight = 0.5};
  return request;
}

std::vector<std::pair<std::string, double>> hits_of(const SearchResult& result) {
  std::vector<std::pair<std::string, double>> hits;
  for (const Hit& hit : result.hits) {
    hits.emplace_back(hit.article.id, hit.score);
  }
  return hits;
}

std::vector<std::string> values_of(const SearchResult& result) {
  std::vector<std::string> values;
  for (const Facet& facet : result.facets) {
    for (const FacetValue& value : facet.values) {
      values.push_back(value.value + "=" + std::to_string(value.count));
    }
  }
  return values;
}

}  // namespace

TEST_CASE("feedback changes the order of the articles, and not which they are") {
  constexpr unsigned seed = 31;
  Random random(seed);
  const TempFolder folder;
  ArchiveReader archive(write_archive(folder, "archive", random_lines(random)));
  int reordered = 0;
  for (int i = 0; i < 120; ++i) {
    const SearchRequest request = random_request(random);
    CAPTURE(request.text);
    const SearchResult plain = search(archive, request);
    const SearchResult fed_back = search(archive, with_feedback(request));
    CHECK(fed_back.total == plain.total);
    CHECK(fed_back.fell_back == plain.fell_back);
    CHECK(values_of(fed_back) == values_of(plain));
    auto before = hits_of(plain);
    auto after = hits_of(fed_back);
    reordered += std::ranges::equal(
                     before, after, {}, [](const auto& hit) { return hit.first; },
                     [](const auto& hit) { return hit.first; })
                     ? 0
                     : 1;
    std::ranges::sort(before);
    std::ranges::sort(after);
    REQUIRE(before.size() == after.size());
    for (std::size_t hit = 0; hit < before.size(); ++hit) {
      CHECK(before[hit].first == after[hit].first);
    }
  }
  CHECK(reordered > 30);
}

TEST_CASE("what narrows a search changes no score with feedback either") {
  constexpr unsigned seed = 32;
  Random random(seed);
  const TempFolder folder;
  ArchiveReader archive(write_archive(folder, "archive", random_lines(random)));
  std::size_t compared = 0;
  for (int i = 0; i < 60; ++i) {
    SearchRequest request = with_feedback(random_request(random));
    CAPTURE(request.text);
    const auto all = hits_of(search(archive, request));
    const std::map<std::string, double> scores(all.begin(), all.end());
    request.dates = {"2021..2022"};
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest}) {
      request.sort = sort;
      const SearchResult narrowed = search(archive, request);
      if (narrowed.fell_back) {
        continue;
      }
      for (const Hit& hit : narrowed.hits) {
        CHECK(hit.score == doctest::Approx(scores.at(hit.article.id)));
        ++compared;
      }
    }
  }
  CHECK(compared > 500);
}

TEST_CASE("feedback does not depend on the order in which articles came") {
  constexpr unsigned seed = 33;
  Random random(seed);
  const TempFolder folder;
  std::vector<std::string> lines = random_lines(random);
  ArchiveReader one(write_archive(folder, "one", lines));
  std::ranges::reverse(lines);
  ArchiveReader other(write_archive(folder, "other", lines));
  for (int i = 0; i < 60; ++i) {
    const SearchRequest request = with_feedback(random_request(random));
    CAPTURE(request.text);
    CHECK(hits_of(search(one, request)) == hits_of(search(other, request)));
  }
}

}  // namespace dateline::test

// An explanation says of every article what the search does with it.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/pipeline.h"
#include "searcher/explain.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr std::size_t articles = 60;

std::string random_part(Random& random) {
  const std::string word = pick(random, stock_words);
  switch (random() % 8) {
    case 0: return "\"" + word + " " + pick(random, stock_words) + "\"";
    case 1: return "-" + word;
    case 2: return "+" + word;
    case 3: return "(" + word + " OR " + pick(random, stock_words) + ")";
    case 4: return "person:lavrov";
    case 5: return pick(random, std::vector{"date:2021..2022", "mi*on", "=rights", "title:wagner"});
    default: return word;
  }
}

std::string random_text(Random& random) {
  std::string text;
  for (auto parts = random() % 4 + 1; parts > 0; --parts) {
    text += (text.empty() ? "" : " ") + random_part(random);
  }
  return text;
}

double score_of_parts(const Explanation& explanation) {
  double score = 0;
  for (const ExplainedPart& part : explanation.whole.parts) {
    score += part.score;
  }
  for (const ExplainedFeedback& added : explanation.feedback) {
    score += added.score;
  }
  return score;
}

/// What an explanation of one article says, against the hit that it is in a search, if any.
void check_article(const Explanation& explanation, const Hit* hit) {
  REQUIRE(explanation.articles.size() == 1);
  const ExplainedArticle& article = explanation.articles.front();
  CHECK(article.is_found == (hit != nullptr));
  CHECK(article.failed.empty() == article.is_found);
  if (hit != nullptr) {
    CHECK(article.rank == hit->rank);
    CHECK(article.score == doctest::Approx(hit->score));
    CHECK(score_of_parts(explanation) == doctest::Approx(hit->score));
  }
}

}  // namespace

TEST_CASE("what is explained of an article is what a search does with it") {
  constexpr unsigned seed = 7;
  Random random(seed);
  const TempFolder folder;
  std::string lines;
  for (std::size_t i = 0; i < articles; ++i) {
    lines += random_record(random, "a" + std::to_string(i)) + "\n";
  }
  UpdateOptions options;
  options.paths = {folder.write("articles.jsonl", lines).string()};
  const ArchiveLayout layout{folder.path() / "archive"};
  REQUIRE(update_archive(layout, options, {}).added == articles);
  ArchiveReader archive(layout);
  for (int i = 0; i < 150; ++i) {
    SearchRequest request;
    request.text = random_text(random);
    request.match = random() % 4 == 0 ? MatchMode::Any : MatchMode::All;
    request.limit = articles;
    if (i % 3 == 0) {
      request.feedback = FeedbackOptions{.articles = 4, .terms = 5, .weight = 0.5};
    }
    request.facets = {};
    CAPTURE(request.text);
    const SearchResult result = search(archive, request);
    std::map<std::string, const Hit*> hits;
    for (const Hit& hit : result.hits) {
      hits[hit.article.id] = &hit;
    }
    for (std::size_t j = 0; j < articles; j += 7) {
      const std::string id = "a" + std::to_string(j);
      CAPTURE(id);
      const Explanation explanation = explain(archive, request, id);
      REQUIRE(explanation.total == result.total);
      REQUIRE(explanation.match == result.match);
      REQUIRE(explanation.fell_back == result.fell_back);
      REQUIRE(explanation.understood == result.understood);
      check_article(explanation, hits.contains(id) ? hits.at(id) : nullptr);
    }
  }
}

TEST_CASE("an id that no article has explains the query alone") {
  const TempFolder folder;
  UpdateOptions options;
  options.paths = {
      folder.write("a.txt", "Wagner leaves Mali\n\nThe Wagner Group left.\n").string()};
  const ArchiveLayout layout{folder.path() / "archive"};
  REQUIRE(update_archive(layout, options, {}).added == 1);
  ArchiveReader archive(layout);
  SearchRequest request;
  request.text = "wagner -niger";
  const Explanation explanation = explain(archive, request, "nothing");
  CHECK(explanation.articles.empty());
  CHECK(explanation.total == 1);
  REQUIRE(explanation.whole.parts.size() == 2);
  CHECK(explanation.whole.parts[0].articles == 1);
  CHECK(explanation.whole.parts[1].text == "-niger");
}

}  // namespace dateline::test

// Articles that nobody wrote: always the same, and like real ones.
#include "bench/growth/article_generator.h"

#include <doctest/doctest.h>
#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/growth/corpus_statistics.h"
#include "common/error.h"

namespace dateline {

namespace {

std::string generate(const GenerateOptions& options) {
  std::ostringstream out;
  const std::uint64_t bytes = generate_articles(options, out);
  CHECK(bytes == out.str().size());
  return out.str();
}

double median_of(const RecordRow& row, const std::string& key) {
  return std::ranges::find(row.figures, key, &Figure::key)->runs.front();
}

}  // namespace

TEST_CASE("an article is the same in any part of the corpus, with any number of threads") {
  const std::string all = generate({.articles = 1300, .jobs = 1});
  CHECK(generate({.articles = 1300, .jobs = 3}) == all);
  const std::string first = generate({.articles = 700, .jobs = 2});
  const std::string rest = generate({.first = 700, .articles = 600, .jobs = 1});
  CHECK(first + rest == all);
  CHECK(generate({.seed = 2, .articles = 1300}) != all);
}

TEST_CASE("articles are the same on every machine") {
  // A change here makes new figures that cannot be compared with the old ones.
  const std::string articles = generate({.articles = 1000});
  CHECK(XXH3_64bits(articles.data(), articles.size()) == 16565237839815643136U);
}

TEST_CASE("a line is an article with all that archives are asked for") {
  std::string line;
  ArticleGenerator(1).append(7, line);
  CHECK(line.ends_with("}\n"));
  const auto article = nlohmann::json::parse(line);
  CHECK(article["id"] == "generated-7");
  for (const char* key : {"date", "source", "title", "text"}) {
    CAPTURE(key);
    CHECK(!article[key].get<std::string>().empty());
  }
}

TEST_CASE("to an indexer they look like real ones") {
  const EntityTagger tagger;
  CorpusStatistics statistics(tagger);
  const ArticleGenerator generator(1);
  for (std::uint64_t number = 0; number < 1000; ++number) {
    std::string line;
    generator.append(number, line);
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.title = json["title"];
    article.text = json["text"];
    article.language = "en";
    statistics.add(article);
  }
  const std::vector<RecordRow> rows = statistics.take_rows();
  REQUIRE(rows.size() == 2);  // at 100 and 1,000
  // Of a thousand real articles, as `dateline-bench corpus` gives them.
  const std::vector<std::pair<const char*, double>> real{{"words_per_article", 258},
                                                         {"words_p50", 111},
                                                         {"bytes_per_word", 6.06},
                                                         {"distinct_words_per_article", 127},
                                                         {"vocabulary", 20043},
                                                         {"first_100_words_percent", 42},
                                                         {"mentions_per_article", 18.3},
                                                         {"names_per_article", 8.9},
                                                         {"names", 5201},
                                                         {"first_100_names_percent", 26.6}};
  for (const auto& expected : real) {
    CAPTURE(expected.first);
    CHECK(median_of(rows.back(), expected.first) == doctest::Approx(expected.second).epsilon(0.15));
  }
}

TEST_CASE("who is asked to stop stops") {
  std::ostringstream out;
  GenerateOptions options{.articles = 1'000'000'000};
  options.should_stop = [] { return true; };
  CHECK_THROWS_AS(generate_articles(options, out), Error);
}

}  // namespace dateline

// A batch gives what each query gives by itself: the same hits in the same order, in any format,
// on any number of threads.
#include <doctest/doctest.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/pipeline.h"
#include "searcher/batch.h"
#include "searcher/kept_answers.h"
#include "searcher/search.h"
#include "tests/properties/random_articles.h"
#include "tests/support/temp_folder.h"

namespace dateline::test {
namespace {

constexpr unsigned seed = 20230206;

/// Archives of random articles, the same in each test.
class Archives {
 public:
  explicit Archives(std::size_t count) {
    Random random(seed);
    for (std::size_t i = 0; i < count; ++i) {
      std::string lines;
      for (int article = 0; article < 120; ++article) {
        lines += random_record(random, "a" + std::to_string(article)) + "\n";
      }
      const std::string name = "archive " + std::to_string(i);
      UpdateOptions options;
      options.paths = {folder_.write(name + ".jsonl", lines).string()};
      archives_.push_back({name, {folder_.path() / name}});
      update_archive(archives_.back().layout, options, {});
    }
  }

  const std::vector<NamedArchive>& all() const { return archives_; }

 private:
  TempFolder folder_;
  std::vector<NamedArchive> archives_;
};

std::vector<Topic> random_topics(std::size_t count) {
  Random random(seed);
  std::vector<Topic> topics;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (auto words = random() % 4 + 1; words > 0; --words) {
      text += (text.empty() ? "" : " ");
      text += random() % 4 == 0 ? pick(random, stock_names) : pick(random, stock_words);
    }
    topics.push_back({"q" + std::to_string(i), text, i + 1});
  }
  return topics;
}

/// Requests that differ in what batch and query could disagree about.
std::vector<SearchRequest> requests() {
  SearchRequest any;
  any.match = MatchMode::Any;
  any.syntax = QuerySyntax::Words;
  any.limit = 1000;
  SearchRequest all = any;
  all.match = MatchMode::All;
  all.syntax = QuerySyntax::Query;
  SearchRequest page = any;
  page.offset = 3;
  page.limit = 5;
  SearchRequest newest = any;
  newest.sort = SortOrder::Newest;
  SearchRequest narrowed = any;
  narrowed.dates = {"2021..2022"};
  narrowed.names = {{NameType::Location, {"Mali"}, {"France"}}};
  return {any, all, page, newest, narrowed};
}

std::string batch(const Archives& archives, const std::vector<Topic>& topics,
                  const SearchRequest& request, BatchFormat format, unsigned jobs) {
  const BatchOptions options{.request = request, .format = format, .tag = "t", .jobs = jobs};
  std::string out = batch_header(options, archives.all().size() > 1);
  const BatchHooks hooks{.should_stop = [] { return false; },
                         .on_answer = [&out](std::string_view bytes) { out += bytes; },
                         .on_progress = [](std::size_t) {},
                         .on_notice = [](const Topic&, std::string_view) {}};
  CHECK(run_batch(archives.all(), topics, options, hooks) == topics.size());
  return out;
}

/// "topic document" for each hit, in order.
using Ranking = std::vector<std::string>;

Ranking ranking_of_run(const std::string& run) {
  Ranking ranking;
  std::istringstream lines(run);
  std::string topic;
  std::string q0;
  std::string document;
  std::string rest;
  while (lines >> topic >> q0 >> document && std::getline(lines, rest)) {
    ranking.push_back(topic + " " + document);
  }
  return ranking;
}

/// What is known of a hit in several archives by all formats.
std::string shown(const std::string& archive, const std::string& id) {
  return archive + ":" + id;
}

Ranking ranking_of_lines(const std::string& lines) {
  Ranking ranking;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json answer = nlohmann::json::parse(line);
    for (const nlohmann::json& hit : answer["hits"]) {
      ranking.push_back(answer["topic"].get<std::string>() + " " +
                        shown(hit.value("archive", ""), hit["id"]));
    }
  }
  return ranking;
}

Ranking ranking_of_queries(const Archives& archives, const std::vector<Topic>& topics,
                           SearchRequest request) {
  Ranking ranking;
  ArchiveReader reader(archives.all());
  for (const Topic& topic : topics) {
    request.text = topic.text;
    for (const Hit& hit : search(reader, request).hits) {
      ranking.push_back(topic.id + " " + shown(hit.archive, hit.article.id));
    }
  }
  return ranking;
}

/// A name of an archive as it stands in a run, where both archives have the id.
Ranking decoded(Ranking ranking) {
  for (std::string& line : ranking) {
    const std::size_t at = line.find("%20");
    line = at == std::string::npos ? line : line.replace(at, 3, " ");
  }
  return ranking;
}

TEST_CASE("a batch finds what its queries find one by one, in the same order") {
  const std::vector<Topic> topics = random_topics(25);
  for (const std::size_t count : {1U, 2U}) {
    const Archives archives(count);
    for (const SearchRequest& request : requests()) {
      CAPTURE(count);
      const Ranking expected = ranking_of_queries(archives, topics, request);
      CHECK(expected.size() > topics.size());
      CHECK(ranking_of_lines(batch(archives, topics, request, BatchFormat::JsonLines, 2)) ==
            expected);
      Ranking run = decoded(ranking_of_run(batch(archives, topics, request, BatchFormat::Trec, 2)));
      for (std::string& line : run) {
        line = count == 1 ? line.insert(line.find(' ') + 1, ":") : line;
      }
      CHECK(run == expected);
    }
  }
}

TEST_CASE("a batch writes the same bytes with any number of threads") {
  const Archives archives(1);
  const std::vector<Topic> topics = random_topics(30);
  for (const BatchFormat format : {BatchFormat::Trec, BatchFormat::JsonLines, BatchFormat::Csv}) {
    const std::string one = batch(archives, topics, requests().front(), format, 1);
    CHECK(one == batch(archives, topics, requests().front(), format, 3));
    CHECK(one.size() > topics.size());
  }
}

TEST_CASE("the scores of each topic of a run strictly decrease as floats") {
  const Archives archives(1);
  std::istringstream run(
      batch(archives, random_topics(25), requests().front(), BatchFormat::Trec, 2));
  std::map<std::string, float> last;
  std::string line;
  std::array<std::string, 6> fields;
  std::size_t lines = 0;
  while (run >> fields[0] >> fields[1] >> fields[2] >> fields[3] >> fields[4] >> fields[5]) {
    const float score = std::strtof(fields[4].c_str(), nullptr);
    const auto [before, is_first] = last.try_emplace(fields[0], score);
    CHECK((is_first || score < before->second));
    before->second = score;
    ++lines;
  }
  CHECK(lines > 500);
}

TEST_CASE("a batch that is told to stop has answered the topics before in full") {
  const Archives archives(1);
  const std::vector<Topic> topics = random_topics(25);
  std::size_t answered = 0;
  std::string out;
  const BatchOptions options{
      .request = requests().front(), .format = BatchFormat::Trec, .tag = "t", .jobs = 2};
  const BatchHooks hooks{.should_stop = [&answered] { return answered == 7; },
                         .on_answer = [&out](std::string_view bytes) { out += bytes; },
                         .on_progress = [&answered](std::size_t done) { answered = done; },
                         .on_notice = [](const Topic&, std::string_view) {}};
  CHECK(run_batch(archives.all(), topics, options, hooks) == 7);
  const std::vector<Topic> first(topics.begin(), topics.begin() + 7);
  CHECK(out == batch(archives, first, requests().front(), BatchFormat::Trec, 1));
}

TEST_CASE("a batch that is stopped and goes on gives the bytes of one that was not") {
  const Archives archives(1);
  const std::vector<Topic> topics = random_topics(25);
  for (const BatchFormat format : {BatchFormat::Trec, BatchFormat::JsonLines, BatchFormat::Csv}) {
    const TempFolder folder;
    std::size_t answered = 0;
    for (std::size_t stop = 4; answered < topics.size(); stop += 9) {
      KeptAnswers kept(folder.path() / "run.partial");
      CHECK(kept.size() == answered);
      kept.batch() ? kept.go_on() : kept.begin({});
      const BatchHooks hooks{.should_stop = [&] { return answered == stop; },
                             .on_answer =
                                 [&](std::string_view bytes) {
                                   kept.add(bytes);
                                   ++answered;
                                 },
                             .on_progress = [](std::size_t) {},
                             .on_notice = [](const Topic&, std::string_view) {}};
      const BatchOptions options{
          .request = requests().front(), .format = format, .tag = "t", .jobs = 2};
      run_batch(archives.all(), std::span(topics).subspan(answered), options, hooks);
    }
    std::ostringstream out;
    KeptAnswers kept(folder.path() / "run.partial");
    kept.copy_to(out);
    const BatchOptions options{.request = requests().front(), .format = format, .tag = "t"};
    CHECK(batch_header(options, false) + out.str() ==
          batch(archives, topics, requests().front(), format, 1));
  }
}

}  // namespace
}  // namespace dateline::test

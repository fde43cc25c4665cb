// The model that is built in, on the articles of the sample archive.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "indexer/train/evaluation.h"
#include "indexer/train/gold_text.h"
#include "tests/indexer/entities/tagged.h"

namespace dateline {
namespace {

const std::vector<GoldText>& corpus() {
  static const std::filesystem::path folder = DATELINE_CORPUS_FOLDER;
  static const std::vector<GoldText> texts =
      read_marked_articles((folder / "articles").string(), folder / "mentions.names");
  return texts;
}

using Answers = std::vector<std::vector<Mention>>;

std::vector<Mention> names_in(const GoldText& text) {
  return shared_tagger().tag(text.text, "en", text.headline_end);
}

Answers tag_corpus() {
  Answers answers;
  for (const GoldText& text : corpus()) {
    answers.push_back(names_in(text));
  }
  return answers;
}

TEST_CASE("the model finds most names of the sample articles") {
  REQUIRE(corpus().size() >= 30);
  const Evaluation evaluation = evaluate(shared_tagger(), corpus());
  CAPTURE(to_string(evaluation));
  CHECK(evaluation.all().f1() >= 88);
  CHECK(evaluation.types[0].f1() >= 92);  // persons
  CHECK(evaluation.types[1].f1() >= 75);  // organizations
  CHECK(evaluation.types[2].f1() >= 88);  // locations
}

TEST_CASE("an article has the same names whatever was read before it") {
  const Answers expected = tag_corpus();
  Answers backwards(expected.size());
  for (std::size_t i = expected.size(); i > 0; --i) {
    backwards[i - 1] = names_in(corpus()[i - 1]);
  }
  CHECK(backwards == expected);
  for (std::size_t i = 0; i < corpus().size(); i += 7) {
    CAPTURE(corpus()[i].id);
    const EntityTagger fresh;
    CHECK(fresh.tag(corpus()[i].text, "en", corpus()[i].headline_end) == expected[i]);
  }
}

TEST_CASE("an article has the same names after more words than a tagger remembers") {
  const Answers expected = tag_corpus();
  std::string many;
  for (int i = 0; i < 70'000; ++i) {
    many += "W" + std::to_string(i) + " said so. ";
  }
  shared_tagger().tag(many, "en");
  CHECK(tag_corpus() == expected);
}

TEST_CASE("threads find the same names, whichever articles they get") {
  const Answers expected = tag_corpus();
  std::array<Answers, 4> results;
  {
    std::vector<std::jthread> threads;
    threads.reserve(results.size());
    for (std::size_t thread = 0; thread < results.size(); ++thread) {
      threads.emplace_back([&results, thread] {
        Answers& answers = results.at(thread);
        answers.resize(corpus().size());
        // Each begins with another article.
        for (std::size_t i = 0; i < answers.size(); ++i) {
          const std::size_t at = (i + 11 * thread) % answers.size();
          answers[at] = names_in(corpus()[at]);
        }
      });
    }
  }
  for (const Answers& answers : results) {
    CHECK(answers == expected);
  }
}

}  // namespace
}  // namespace dateline

#include "indexer/train/evaluation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/entities/random_model.h"
#include "tests/indexer/train/toy_texts.h"

namespace dateline {
namespace {

constexpr std::size_t person = 0;
constexpr std::size_t organization = 1;
constexpr std::size_t location = 2;

bool operator==(const Counts& left, const Counts& right) {
  return left.right == right.right && left.wrong == right.wrong && left.missed == right.missed;
}

/// Finds only what needs no model: "an NGO called X".
const EntityTagger& simple_tagger() {
  static const EntityTagger tagger(ModelParts().model());
  return tagger;
}

Evaluation evaluate_all(const std::vector<std::string>& marked) {
  std::vector<GoldText> texts;
  texts.reserve(marked.size());
  for (const std::string& text : marked) {
    texts.push_back(read_gold(text));
  }
  return evaluate(simple_tagger(), texts);
}

TEST_CASE("scores are per cent of what was found and of what was marked") {
  struct Case {
    Counts counts;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
  };
  for (const Case& c : {
           Case{{3, 1, 0}, 75, 100, 600.0 / 7},
           Case{{1, 1, 1}, 50, 50, 50},
           Case{{4, 0, 4}, 100, 50, 200.0 / 3},
           Case{{5, 0, 0}, 100, 100, 100},
           Case{{0, 2, 3}, 0, 0, 0},
           Case{{0, 0, 0}, 0, 0, 0},
       }) {
    CAPTURE(c.f1);
    CHECK(c.counts.precision() == doctest::Approx(c.precision));
    CHECK(c.counts.recall() == doctest::Approx(c.recall));
    CHECK(c.counts.f1() == doctest::Approx(c.f1));
  }
}

TEST_CASE("counts are kept by type") {
  const Evaluation evaluation = evaluate_all({
      "an NGO called [O Kisal] helped [P Awa] and [P Omar] in [L Gao]",
      "an NGO called Tessik helped",
      "an NGO called [L Vellik] helped the [M Kisalis]",
  });
  CHECK(evaluation.types[person] == Counts{0, 0, 2});
  CHECK(evaluation.types[organization] == Counts{1, 2, 0});
  CHECK(evaluation.types[location] == Counts{0, 0, 2});
  CHECK(evaluation.all() == Counts{1, 2, 4});
}

TEST_CASE("a name must be found exactly where it is marked") {
  CHECK(evaluate_all({"an NGO called [O Kisal] helped"}).all() == Counts{1, 0, 0});
  CHECK(evaluate_all({"an [O NGO called Kisal] helped"}).all() == Counts{0, 1, 1});
  CHECK(evaluate_all({}).all() == Counts{0, 0, 0});
}

TEST_CASE("errors are listed with their surroundings and counted") {
  const std::string text = "an NGO called Kisal\nhelped [P Awa]";
  const Evaluation evaluation = evaluate_all({text, text});
  CHECK(evaluation.errors == std::map<std::string, std::size_t>{
                                 {"wrong organization: an NGO called [Kisal] helped Awa", 2},
                                 {"missed person:  NGO called Kisal helped [Awa]", 2},
                             });
}

TEST_CASE("evaluations are added up") {
  Evaluation sum = evaluate_all({"an NGO called Kisal helped [P Awa]"});
  sum.add(evaluate_all({"an NGO called Kisal helped [P Awa]"}));
  sum.add(evaluate_all({"an NGO called [O Kisal] helped"}));
  CHECK(sum.types[person] == Counts{0, 0, 2});
  CHECK(sum.types[organization] == Counts{1, 2, 0});
  CHECK(sum.errors.size() == 2);
  CHECK(sum.errors.begin()->second == 2);
}

TEST_CASE("an evaluation prints as one line") {
  Evaluation evaluation;
  evaluation.types[person] = {3, 1, 0};
  evaluation.types[location] = {1, 0, 1};
  CHECK(to_string(evaluation) ==
        "F 80.00 (P 80.00 R 80.00)  person 85.71  organization 0.00  location 66.67");
}

}  // namespace
}  // namespace dateline

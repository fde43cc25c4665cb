#include "indexer/entities/run_decoder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/article_hints.h"
#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/random_model.h"
#include "tests/indexer/entities/reading.h"

namespace dateline {
namespace {

using label::Part;

constexpr std::size_t person = 0;
constexpr std::size_t organization = 1;
constexpr std::size_t location = 2;

std::string decoded(const NameModel& model, std::string_view text) {
  Document& document = read_words(text);
  note_hints(document);
  return to_string(RunDecoder(model).decode(document), document);
}

/// Makes every word that begins with one of some letters likely to have a label.
void favour(ModelParts& parts, std::string_view word, Label label) {
  const Document& document = read_words(word);
  std::vector<Row> rows;
  add_word_rows(document.facts(0), document.spelling(0), Role::Itself, rows);
  for (const Row row : rows) {
    parts.weights[row].at(label) = 50;
  }
}

/// Makes a label likely for every word.
void favour(ModelParts& parts, Label label) {
  for (NameModel::Weights& weights : parts.weights) {
    weights.at(label) = 10;
  }
}

TEST_CASE("a model without weights finds no names") {
  const NameModel model = ModelParts().model();
  CHECK(decoded(model, "President Awa Diallo of Mali met the United Nations in Gao.") == "");
  CHECK(decoded(model, "") == "");
}

TEST_CASE("words get the labels that their rows are worth most") {
  ModelParts parts;
  favour(parts, "Awa", label::of(person, Part::Begin));
  favour(parts, "Diallo", label::of(person, Part::Last));
  favour(parts, "GAO", label::of(location, Part::Unit));
  favour(parts, "zelkor", label::of(organization, Part::Unit));
  const NameModel model = std::move(parts).model();
  CHECK(decoded(model, "then Awa Diallo left GAO for good") == "P Awa Diallo | L GAO");
  CHECK(decoded(model, "then zelkor left") == "");  // outside of all runs
}

TEST_CASE("transitions are worth something as well") {
  ModelParts parts;
  parts.transitions.at(label::outside).at(label::of(location, Part::Unit)) = 10;
  const NameModel model = std::move(parts).model();
  CHECK(decoded(model, "then Aa left") == "L Aa");
  parts = {};
  parts.transitions.at(label::of(person, Part::Begin)).at(label::of(person, Part::Last)) = 10;
  parts.transitions.at(label::of(organization, Part::Unit)).at(label::outside) = -1;
  const NameModel pairs = std::move(parts).model();
  CHECK(decoded(pairs, "then Aa Bb left") == "P Aa Bb");
  CHECK(decoded(pairs, "then Aa left") == "");
  CHECK(decoded(pairs, "then Aa Bb Cc Dd left") == "P Aa Bb | P Cc Dd");
}

TEST_CASE("labels keep to their order, whatever the weights") {
  ModelParts parts;
  favour(parts, label::of(person, Part::Inside));
  const NameModel inside = std::move(parts).model();
  CHECK(decoded(inside, "then Aa left") == "");
  CHECK(decoded(inside, "then Aa Bb Cc left Dd") == "P Aa Bb Cc");
  parts = {};
  favour(parts, label::of(organization, Part::Begin));
  const NameModel begin = std::move(parts).model();
  CHECK(decoded(begin, "then Aa left") == "");
  CHECK(decoded(begin, "then Aa Bb Cc Dd left") == "O Aa Bb | O Cc Dd");
  parts = {};
  favour(parts, label::of(location, Part::Last));
  const NameModel last = std::move(parts).model();
  CHECK(decoded(last, "then Aa left") == "");
  CHECK(decoded(last, "then Aa Bb left") == "L Aa Bb");
}

TEST_CASE("names of other types are left out") {
  ModelParts parts;
  favour(parts, label::other_begin);
  CHECK(decoded(std::move(parts).model(), "then Aa Bb left Cc") == "");
  parts = {};
  favour(parts, label::other_inside);
  CHECK(decoded(std::move(parts).model(), "then Aa Bb left Cc") == "");
}

std::string random_text(std::mt19937& random, std::size_t words) {
  const std::vector<std::string> some = {
      "Mali", "the", "of",  "Bank", "(",    ")",      "RRA", ",",   ".",  "\n",  "said", "de",
      "24",   "\"",  "Awa", "Ltd",  "U.N.", "Diallo", "in",  "and", "al", "Gao", "rice", "Traolé"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += some[random() % some.size()] + " ";
  }
  return text;
}

TEST_CASE("any model finds spans that are in order and lie inside runs") {
  std::mt19937 random(11);
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    const NameModel model = random_model(seed);
    RunDecoder decoder(model);
    for (int round = 0; round < 50; ++round) {
      const std::string text = random_text(random, 200);
      Document& document = read_words(text);
      note_hints(document);
      const std::vector<Run> runs = find_runs(document);
      std::uint32_t end = 0;
      bool is_sound = true;
      for (const NameSpan& span : decoder.decode(document)) {
        is_sound = is_sound && span.first >= end && span.first < span.end && span.type &&
                   span.weight == by_model &&
                   std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
                     return run.first <= span.first && span.end <= run.end;
                   });
        end = span.end;
      }
      CHECK(is_sound);
    }
  }
}

TEST_CASE("what a decoder remembers changes nothing") {
  const NameModel model = random_model(5);
  std::mt19937 random(13);
  const std::string text = random_text(random, 500);
  DocumentReader reader(shared_lexicon());
  RunDecoder decoder(model);
  const auto decode = [&](const std::string& some) {
    Document& document = reader.read(some, 0);
    note_hints(document);
    return decoder.decode(document);
  };
  const std::vector<NameSpan> expected = decode(text);
  REQUIRE_FALSE(expected.empty());
  CHECK(decode(text) == expected);
  decode(random_text(random, 500));
  CHECK(decode(text) == expected);
  std::string many;
  for (int i = 0; i < 70'000; ++i) {
    many += "w" + std::to_string(i) + " ";
  }
  decode(many);  // the vocabulary is given up before the next text
  const std::uint32_t version = reader.vocabulary().version();
  CHECK(decode("Gao and Mali") == RunDecoder(model).decode(reader.read("Gao and Mali", 0)));
  CHECK(reader.vocabulary().version() != version);
  CHECK(decode(text) == expected);
}

}  // namespace
}  // namespace dateline

#include "indexer/train/crf_trainer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/entities/article_hints.h"
#include "indexer/entities/run_decoder.h"
#include "tests/indexer/entities/marked_spans.h"
#include "tests/indexer/entities/reading.h"
#include "tests/indexer/train/marked_names.h"
#include "tests/indexer/train/toy_texts.h"

namespace dateline {
namespace {

std::vector<Chain> toy_chains() {
  DocumentReader reader(shared_lexicon());
  std::vector<Chain> chains;
  for (const GoldText& text : toy_texts()) {
    add_chains(text, reader, 1, chains);
  }
  return chains;
}

TrainingOptions quick_options() {
  TrainingOptions options;
  options.runs = 1;
  options.passes = 10;
  options.rate = 0.1F;
  return options;
}

NameModel train(const TrainingOptions& options) {
  return train_model(toy_chains(), options, [](unsigned, double) {});
}

std::string decoded(RunDecoder& decoder, DocumentReader& reader, std::string_view text) {
  Document& document = reader.read(text, 0);
  note_hints(document);
  return to_string(decoder.decode(document), document);
}

/// The persons, organisations and places that a text has marked.
std::string marked(const GoldText& text) {
  std::string list;
  for (const GoldName& name : text.names) {
    if (name.type != label::other_name) {
      list += list.empty() ? "" : " | ";
      list += std::string(1, "POL"[name.type]) + " " +
              text.text.substr(name.begin, name.end - name.begin);
    }
  }
  return list;
}

void check_learnt(const NameModel& model) {
  DocumentReader reader(shared_lexicon());
  RunDecoder decoder(model);
  for (const GoldText& text : toy_texts()) {
    CHECK(decoded(decoder, reader, text.text) == marked(text));
  }
}

TEST_CASE("a model learns the names it was trained on") {
  const NameModel model = train(quick_options());
  check_learnt(model);
  // What the file cannot hold was not used.
  check_learnt(NameModel(model.to_bytes()));
}

TEST_CASE("another order and other lots learn the same names") {
  TrainingOptions options = quick_options();
  options.seed = 12345;
  check_learnt(train(options));
}

TEST_CASE("the same chains and options give the same bytes") {
  TrainingOptions options = quick_options();
  options.runs = 2;
  options.passes = 2;
  CHECK(train(options).to_bytes() == train(options).to_bytes());
}

TEST_CASE("the loss falls with every few passes, and every pass is told") {
  TrainingOptions options = quick_options();
  options.dropout = 0;
  std::vector<double> losses;
  std::vector<unsigned> passes;
  train_model(toy_chains(), options, [&](unsigned pass, double loss) {
    passes.push_back(pass);
    losses.push_back(loss);
  });
  CHECK(passes == std::vector<unsigned>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  CHECK(losses.front() > losses[4]);
  CHECK(losses[4] > losses.back());
  CHECK(losses.back() > 0);
  CHECK(losses.back() < 0.5);
}

TEST_CASE("of two answers to one question the heavier is learnt") {
  for (const bool is_person : {true, false}) {
    CAPTURE(is_person);
    DocumentReader reader(shared_lexicon());
    std::vector<Chain> chains;
    add_chains(read_gold("then [P Zelkor] rose"), reader, is_person ? 3.0F : 1.0F, chains);
    add_chains(read_gold("then [L Zelkor] rose"), reader, is_person ? 1.0F : 3.0F, chains);
    const NameModel model = train_model(chains, quick_options(), [](unsigned, double) {});
    RunDecoder decoder(model);
    CHECK(decoded(decoder, reader, "then Zelkor rose") == (is_person ? "P Zelkor" : "L Zelkor"));
  }
}

TEST_CASE("from nothing a model of zeros is learnt") {
  const NameModel model = train_model({}, quick_options(), [](unsigned, double) {});
  DocumentReader reader(shared_lexicon());
  RunDecoder decoder(model);
  CHECK(decoded(decoder, reader, "then Awa Diallo left Mali") == "");
}

}  // namespace
}  // namespace dateline

// dateline-train: trains the model of names on annotated texts, and says how good it is.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/entities/entity_tagger.h"
#include "indexer/train/chain.h"
#include "indexer/train/crf_trainer.h"
#include "indexer/train/evaluation.h"
#include "indexer/train/gold_text.h"

namespace dateline {

namespace {

struct Options {
  std::vector<std::string> train;  ///< FILE[*WEIGHT]
  std::vector<std::string> test;
  std::string model;
  std::string errors;
  unsigned folds = 0;
  std::uint32_t least = 2;
  TrainingOptions training;
};

/// A set of texts, all of one weight.
struct TextSet {
  std::string name;
  std::vector<GoldText> texts;
  float weight = 1;
};

/// "FILE.conll" or "ARTICLES.jsonl.gz=FILE.names", each with "*WEIGHT" behind it or not.
TextSet read_set(std::string argument) {
  TextSet set;
  if (const std::size_t star = argument.rfind('*'); star != std::string::npos) {
    set.weight = std::stof(argument.substr(star + 1));
    argument.resize(star);
  }
  const std::size_t equals = argument.find('=');
  const std::filesystem::path file =
      equals == std::string::npos ? argument : argument.substr(equals + 1);
  set.name = file.stem().string();
  set.texts = equals != std::string::npos
                  ? read_marked_articles(argument.substr(0, equals), file)
                  : (file.extension() == ".marked" ? read_marked_texts(file) : read_conll(file));
  return set;
}

std::vector<TextSet> read_sets(const std::vector<std::string>& arguments) {
  std::vector<TextSet> sets;
  for (const std::string& argument : arguments) {
    sets.push_back(read_set(argument));
    std::cerr << sets.back().name << ": " << sets.back().texts.size() << " texts, weight "
              << sets.back().weight << "\n";
  }
  return sets;
}

/// Trains on every text but those of one fold.
NameModel train(const Options& options, const std::vector<TextSet>& sets, unsigned fold) {
  const Lexicon lexicon;
  DocumentReader reader(lexicon);
  std::vector<Chain> chains;
  for (const TextSet& set : sets) {
    for (std::size_t i = 0; i < set.texts.size(); ++i) {
      if (options.folds == 0 || i % options.folds != fold) {
        add_chains(set.texts[i], reader, set.weight, chains);
      }
    }
  }
  drop_rare_rows(chains, options.least);
  return train_model(chains, options.training, [](unsigned pass, double loss) {
    std::cerr << "pass " << pass << ": loss " << loss << "\n";
  });
}

void write_errors(const std::string& file, const Evaluation& evaluation) {
  std::ofstream output(file);
  for (const auto& [error, count] : evaluation.errors) {
    output << count << "\t" << error << "\n";
  }
  if (!output.flush()) {
    throw Error("cannot write " + file, "choose another file");
  }
}

void cross_validate(const Options& options, const std::vector<TextSet>& sets) {
  std::vector<Evaluation> results(sets.size());
  for (unsigned fold = 0; fold < options.folds; ++fold) {
    const EntityTagger tagger(train(options, sets, fold));
    for (std::size_t i = 0; i < sets.size(); ++i) {
      std::vector<GoldText> held_out;
      for (std::size_t text = fold; text < sets[i].texts.size(); text += options.folds) {
        held_out.push_back(sets[i].texts[text]);
      }
      results[i].add(evaluate(tagger, held_out));
    }
  }
  Evaluation all;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    std::cout << sets[i].name << ": " << to_string(results[i]) << "\n";
    all.add(results[i]);
  }
  std::cout << "all: " << to_string(all) << "\n";
  if (!options.errors.empty()) {
    write_errors(options.errors, all);
  }
}

void train_and_test(const Options& options, const std::vector<TextSet>& sets) {
  NameModel model = train(options, sets, 0);
  if (!options.model.empty()) {
    std::ofstream output(options.model, std::ios::binary);
    output << model.to_bytes();
    if (!output.flush()) {
      throw Error("cannot write " + options.model, "choose another file");
    }
  }
  const EntityTagger tagger(std::move(model));
  Evaluation all;
  for (const TextSet& set : read_sets(options.test)) {
    const Evaluation evaluation = evaluate(tagger, set.texts);
    std::cout << set.name << ": " << to_string(evaluation) << "\n";
    all.add(evaluation);
  }
  if (!options.errors.empty()) {
    write_errors(options.errors, all);
  }
}

void run(const Options& options) {
  const std::vector<TextSet> sets = read_sets(options.train);
  if (options.folds > 1) {
    cross_validate(options, sets);
  } else if (!sets.empty()) {
    train_and_test(options, sets);
  } else {
    const EntityTagger tagger;
    for (const TextSet& set : read_sets(options.test)) {
      std::cout << set.name << ": " << to_string(evaluate(tagger, set.texts)) << "\n";
    }
  }
}

int train_main(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the model of names, and scores it.");
  app.add_option(
      "--train", options.train,
      "texts to learn from: FILE.conll, FILE.marked or ARTICLES=FILE.names, with *WEIGHT");
  app.add_option("--test", options.test,
                 "texts to be scored on; without --train, the built-in model is");
  app.add_option("--model", options.model, "file to write the model to");
  app.add_option("--errors", options.errors, "file to list the errors in");
  app.add_option("--folds", options.folds, "cross-validate over so many parts");
  app.add_option("--least", options.least, "leave out features seen less often");
  app.add_option("--runs", options.training.runs, "trained one after the other; their mean counts");
  app.add_option("--passes", options.training.passes, "over all texts");
  app.add_option("--rate", options.training.rate, "of learning");
  app.add_option("--dropout", options.training.dropout, "part of the features left out");
  app.add_option("--seed", options.training.seed, "of the order and the lots");
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
}

}  // namespace

}  // namespace dateline

int main(int argc, char** argv) {
  try {
    return dateline::train_main(argc, argv);
  } catch (const dateline::Error& error) {
    std::fprintf(stderr, "dateline-train: %s\nhint: %s\n", error.what(), error.hint().c_str());
    return static_cast<int>(error.exit_code());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline-train: %s\n", error.what());
    return static_cast<int>(dateline::ExitCode::Failed);
  }
}

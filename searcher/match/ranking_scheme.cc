// One table of models and their parameters, which names, help and checks come from.
#include "searcher/match/ranking_scheme.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "common/error.h"

namespace dateline {

namespace {

struct Parameter {
  std::string_view name;
  double RankingScheme::*value;
  double least;
  double most;
};

constexpr double great = 1e9;
constexpr double least_positive = 1e-6;

constexpr Parameter k1{"k1", &RankingScheme::k1, 0, great};
constexpr Parameter b{"b", &RankingScheme::b, 0, 1};
constexpr Parameter k3{"k3", &RankingScheme::k3, 0, great};
constexpr Parameter delta{"delta", &RankingScheme::delta, 0, great};
constexpr Parameter c{"c", &RankingScheme::c, least_positive, great};
constexpr Parameter mu{"mu", &RankingScheme::mu, least_positive, great};

struct Model {
  RankingModel model;
  std::string_view name;
  std::string_view title;
  std::array<const Parameter*, 4> parameters;  ///< nullptr behind the last
};

constexpr std::array<Model, 10> models = {{
    {RankingModel::InEB2, "ineb2", "IneB2", {&c}},
    {RankingModel::Bm25, "bm25", "BM25", {&k1, &b, &k3}},
    {RankingModel::Bm25Plus, "bm25+", "BM25+", {&k1, &b, &k3, &delta}},
    {RankingModel::TfIdf, "tf-idf", "TF-IDF", {}},
    {RankingModel::Pl2, "pl2", "PL2", {&c}},
    {RankingModel::InL2, "inl2", "InL2", {&c}},
    {RankingModel::BB2, "bb2", "BB2", {&c}},
    {RankingModel::Dph, "dph", "DPH", {}},
    {RankingModel::Dlh, "dlh", "DLH", {}},
    {RankingModel::Dirichlet, "lm-dirichlet", "language model, Dirichlet smoothing", {&mu}},
}};

std::string join(std::span<const std::string> names) {
  std::string line;
  for (const std::string& name : names) {
    line += (line.empty() ? "" : ", ") + name;
  }
  return line;
}

const Model& find_model(std::string_view name) {
  const auto found = std::ranges::find(models, name, &Model::name);
  if (found == models.end()) {
    throw Error("there is no ranking \"" + std::string(name) + "\"",
                "choose one of " + join(ranking_names()));
  }
  return *found;
}

const Model& find_model(RankingModel model) {
  return *std::ranges::find(models, model, &Model::model);
}

std::vector<const Parameter*> all_of(const Model& model) {
  std::vector<const Parameter*> parameters;
  std::ranges::copy_if(model.parameters, std::back_inserter(parameters),
                       [](const Parameter* parameter) { return parameter != nullptr; });
  return parameters;
}

std::string names_of(const Model& model) {
  std::vector<std::string> names;
  for (const Parameter* const parameter : all_of(model)) {
    names.emplace_back(parameter->name);
  }
  return names.empty() ? "none" : join(names);
}

/// Reads one "name=value".
void set_parameter(const Model& model, std::string_view text, RankingScheme& scheme) {
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::string_view name = text.substr(0, equals);
  const std::vector<const Parameter*> parameters = all_of(model);
  const auto found = std::ranges::find(parameters, name, &Parameter::name);
  if (found == parameters.end()) {
    throw Error("the ranking " + std::string(model.name) + " has no parameter \"" +
                    std::string(name) + "\"",
                "its parameters: " + names_of(model));
  }
  const Parameter& parameter = **found;
  double value = 0;
  const char* const end = text.data() + text.size();
  const char* const begin = text.data() + std::min(equals + 1, text.size());
  const auto [last, error] = std::from_chars(begin, end, value);
  const bool is_number = error == std::errc() && last == end && std::isfinite(value);
  if (!is_number || value < parameter.least || value > parameter.most) {
    throw Error("the ranking parameter \"" + std::string(text) + "\" has no value that it can have",
                "write a number such as " + std::string(name) + "=" +
                    (&parameter == &b ? "0.75, from 0 to 1" : "1.2"));
  }
  scheme.*parameter.value = value;
}

}  // namespace

RankingScheme parse_ranking(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const Model& model = find_model(text.substr(0, colon));
  RankingScheme scheme{.model = model.model};
  for (std::size_t at = colon + 1; at < text.size() + 1 && colon < text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    set_parameter(model, text.substr(at, comma - at), scheme);
    at = comma + 1;
  }
  return scheme;
}

std::vector<std::string> ranking_names() {
  std::vector<std::string> names;
  names.reserve(models.size());
  for (const Model& model : models) {
    names.emplace_back(model.name);
  }
  return names;
}

std::string_view title_of(RankingModel model) {
  return find_model(model).title;
}

std::vector<std::pair<std::string, double>> parameters_of(const RankingScheme& scheme) {
  std::vector<std::pair<std::string, double>> values;
  for (const Parameter* const parameter : all_of(find_model(scheme.model))) {
    values.emplace_back(parameter->name, scheme.*parameter->value);
  }
  return values;
}

}  // namespace dateline

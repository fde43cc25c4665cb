// How articles are scored: the models that researchers compare, and their parameters. Their
// formulas and sources are in docs/ranking.md.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

enum class RankingModel {
  InEB2,
  Bm25,
  Bm25Plus,
  TfIdf,
  Pl2,
  InL2,
  BB2,
  Dph,
  Dlh,
  Dirichlet,
};

/// A model and its parameters; of those that it does not have, the value does not matter.
struct RankingScheme {
  RankingModel model = RankingModel::InEB2;
  double k1 = 1.6;   ///< how late a word that comes again stops to count
  double b = 0.6;    ///< how much a long article counts for less, 0 to 1
  double k3 = 1000;  ///< `k1` of the words of the query: so high, each time counts as much
  double delta = 1;  ///< what having a word counts, however long the article
  double c = 1;      ///< how little the length counts, above 0
  double mu = 1000;  ///< words of the whole archive that each article is thought to begin with

  friend bool operator==(const RankingScheme&, const RankingScheme&) = default;
};

/// "bm25" or, with parameters, "bm25:k1=1.2,b=0.75". Throws Error for a model or parameter that
/// there is not, or a value out of its range.
RankingScheme parse_ranking(std::string_view text);

/// The names of all models, the default one first.
std::vector<std::string> ranking_names();

/// "BM25", as the field writes it.
std::string_view title_of(RankingModel model);

/// The parameters that its model has, by their names.
std::vector<std::pair<std::string, double>> parameters_of(const RankingScheme& scheme);

}  // namespace dateline

// Measures, and their names in the two vocabularies of the field: trec_eval's (map, P_10,
// ndcg_cut_10) and ir_measures' (AP, P@10, nDCG@10, AP(rel=2)@100).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What is computed; docs/evaluation.md has the formulas.
enum class MeasureKind {
  RunId,
  Topics,
  Retrieved,
  Relevant,
  RelevantRetrieved,
  AveragePrecision,
  RPrecision,
  BinaryPreference,
  ReciprocalRank,
  InterpolatedPrecision,
  Precision,
  RelevanceString,
  Recall,
  InferredAveragePrecision,
  PrecisionAtMultiple,
  Utility,
  InterpolatedAverage,
  BinaryGain,
  NormalizedGain,
  Ndcg,
  NdcgAtRelevant,
  NdcgAtGrades,
  RelativePrecision,
  Success,
  SetPrecision,
  SetRelativePrecision,
  SetRecall,
  SetAveragePrecision,
  SetF,
  JudgedNonrelevantRetrieved,
  SmoothedAveragePrecision,
  RankBiasedPrecision,
  RankBiasedResidual,
  Unjudged,
  UnjudgedAtRelevant,
  Judged,
};

/// How the values of topics become one.
enum class MeasureSummary {
  Mean,
  GeometricMean,  ///< of values not below `least_geometric_value`; says nothing of single topics
  Sum,            ///< a whole number
  Topics,         ///< the number of topics averaged over
  RunId,          ///< the tag of the run
  None,           ///< a text for each topic
};

/// What a geometric mean takes for 0.
inline constexpr double least_geometric_value = 0.00001;

struct Measure {
  std::string name;  ///< as it is printed
  MeasureKind kind = MeasureKind::AveragePrecision;
  MeasureSummary summary = MeasureSummary::Mean;
  std::size_t cutoff = 0;                ///< only so many documents at the top; 0 for all
  std::vector<double> numbers;           ///< points of recall, multiples, coefficients …
  std::map<std::int64_t, double> gains;  ///< of grades; the gain of others is the grade itself
  std::optional<std::int64_t> level;     ///< the first relevant grade, where the measure says so
  bool exponential_gain = false;         ///< 2^gain - 1
  /// Where trec_eval prints it among others; those it does not know come last.
  std::size_t order = 0;

  friend bool operator==(const Measure&, const Measure&) = default;
};

/// Whether its values are whole numbers.
bool is_count(const Measure& measure);

/// Whether every topic has a value that can be averaged and compared.
bool has_topic_values(const Measure& measure);

/// The measures that a name stands for: one, a family (`P` is P_5 to P_1000), or a set of
/// trec_eval's (`official`, `set`, `all_trec`). Parameters follow a dot or an underscore:
/// `P.5,10`, `P_10`, `ndcg.1=3,2=7`, `set_F_0.5`. Nothing for a name in neither vocabulary.
std::optional<std::vector<Measure>> parse_measures(std::string_view name);

/// All names that `parse_measures` knows, with their parameters where they need some.
std::vector<std::string> measure_names();

}  // namespace dateline

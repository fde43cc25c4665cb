#include "searcher/evaluate/measure_value.h"

#include <algorithm>
#include <numeric>

#include "searcher/evaluate/gain_measures.h"
#include "searcher/evaluate/precision_measures.h"

namespace dateline {

namespace {

using Kind = MeasureKind;

double real(std::size_t number) {
  return static_cast<double>(number);
}

GradeGains gains_of(const Measure& measure) {
  return {.given = measure.gains, .exponential = measure.exponential_gain};
}

double count_value(Kind kind, const GradedTopic& topic) {
  switch (kind) {
    case Kind::Topics: return 1;
    case Kind::Retrieved: return real(topic.retrieved());
    case Kind::Relevant: return real(topic.relevant);
    case Kind::RelevantRetrieved: return real(topic.relevant_retrieved);
    case Kind::JudgedNonrelevantRetrieved:
      return real(topic.retrieved() - topic.relevant_retrieved - unjudged_at(topic, 0));
    default: return 0;
  }
}

double set_value(const Measure& measure, const GradedTopic& topic) {
  switch (measure.kind) {
    case Kind::SetPrecision: return ratio(topic.relevant_retrieved, topic.retrieved());
    case Kind::SetRelativePrecision:
      return ratio(topic.relevant_retrieved, std::min(topic.retrieved(), topic.relevant));
    case Kind::SetRecall: return ratio(topic.relevant_retrieved, topic.relevant);
    case Kind::SetAveragePrecision:
      return ratio(topic.relevant_retrieved * topic.relevant_retrieved,
                   topic.retrieved() * topic.relevant);
    case Kind::SetF: return set_f(topic, measure.numbers.front());
    default: return count_value(measure.kind, topic);
  }
}

double utility(const std::vector<double>& weights, const GradedTopic& topic,
               std::size_t collection_size) {
  const double found = real(topic.relevant_retrieved);
  return weights[0] * found + weights[1] * (real(topic.retrieved()) - found) +
         weights[2] * (real(topic.relevant) - found) +
         weights[3] *
             (real(collection_size) + found - real(topic.retrieved()) - real(topic.relevant));
}

/// trec_eval goes from the highest point of recall to the lowest.
double interpolated_average(const std::vector<double>& points, const GradedTopic& topic,
                            TrecEvalVersion version) {
  const double sum =
      std::accumulate(points.rbegin(), points.rend(), 0.0, [&](double before, double point) {
        return before + interpolated_precision(topic, point, version);
      });
  return sum / real(points.size());
}

double rank_biased(const Measure& measure, const GradedTopic& topic) {
  constexpr double default_persistence = 0.9;
  const double persistence =
      measure.numbers.empty() ? default_persistence : measure.numbers.front();
  return measure.level ? rank_biased_precision(topic, persistence, measure.cutoff)
                       : rank_biased_gain(topic, gains_of(measure), persistence);
}

double gain_value(const Measure& measure, const GradedTopic& topic) {
  switch (measure.kind) {
    case Kind::BinaryGain: return binary_gain(topic);
    case Kind::NormalizedGain: return normalized_gain(topic, gains_of(measure));
    case Kind::Ndcg: return ndcg(topic, gains_of(measure), measure.cutoff);
    case Kind::NdcgAtRelevant: return ndcg_at_relevant(topic, gains_of(measure));
    case Kind::NdcgAtGrades: return ndcg_at_grades(topic, gains_of(measure));
    case Kind::RankBiasedPrecision: return rank_biased(measure, topic);
    case Kind::RankBiasedResidual: return rank_biased_residual(topic);
    default: return set_value(measure, topic);
  }
}

double cutoff_value(const Measure& measure, const GradedTopic& topic) {
  switch (measure.kind) {
    case Kind::Precision: return ratio(relevant_at(topic, measure.cutoff), measure.cutoff);
    case Kind::Recall: return ratio(relevant_at(topic, measure.cutoff), topic.relevant);
    case Kind::RelativePrecision: return relative_precision(topic, measure.cutoff);
    case Kind::Success: return relevant_at(topic, measure.cutoff) > 0 ? 1 : 0;
    case Kind::Unjudged: return ratio(unjudged_at(topic, measure.cutoff), measure.cutoff);
    case Kind::UnjudgedAtRelevant: {
      const std::size_t documents = std::min(topic.retrieved(), topic.relevant);
      return documents == 0 ? 0 : ratio(unjudged_at(topic, documents), documents);
    }
    case Kind::Judged: return pooled_share(topic, measure.cutoff);
    default: return gain_value(measure, topic);
  }
}

}  // namespace

double measure_value(const Measure& measure, const GradedTopic& topic, const MeasureRules& rules) {
  switch (measure.kind) {
    case Kind::AveragePrecision: return average_precision(topic, measure.cutoff);
    case Kind::SmoothedAveragePrecision: return smoothed_average_precision(topic);
    case Kind::InferredAveragePrecision: return inferred_average_precision(topic);
    case Kind::BinaryPreference: return binary_preference(topic);
    case Kind::ReciprocalRank: return reciprocal_rank(topic, measure.cutoff);
    case Kind::RPrecision: return r_precision(topic);
    case Kind::InterpolatedPrecision:
      return interpolated_precision(topic, measure.numbers.front(), rules.version);
    case Kind::InterpolatedAverage:
      return interpolated_average(measure.numbers, topic, rules.version);
    case Kind::PrecisionAtMultiple: return precision_at_multiple(topic, measure.numbers.front());
    case Kind::Utility: return utility(measure.numbers, topic, rules.collection_size);
    default: return cutoff_value(measure, topic);
  }
}

std::string relevance_string(const JudgedRanking& ranking, std::size_t length) {
  constexpr std::int64_t largest_digit = 9;
  std::string text;
  for (std::size_t i = 0; i < std::min(length, ranking.grades.size()); ++i) {
    const std::int64_t grade = ranking.grades[i];
    text += grade > largest_digit       ? '>'
            : grade >= 0                ? static_cast<char>('0' + grade)
            : grade == unjudged_in_pool ? '.'
                                        : '-';
  }
  return text;
}

}  // namespace dateline

#include "searcher/evaluate/evaluation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/evaluate/measure_value.h"

namespace dateline {

namespace {

TopicEvaluation evaluate_topic(const std::vector<RetrievedDocument>& documents,
                               const std::vector<Judgement>& judgements,
                               std::span<const Measure> measures, const EvaluationRules& rules) {
  const JudgedRanking ranking = judge_ranking(documents, judgements, rules.ranking);
  const GradedTopic usual = grade_topic(ranking, rules.level);
  const MeasureRules measure_rules{.version = rules.ranking.version,
                                   .collection_size = rules.collection_size};
  TopicEvaluation topic;
  topic.in_run = true;
  topic.values.reserve(measures.size());
  for (const Measure& measure : measures) {
    if (measure.kind == MeasureKind::RelevanceString) {
      topic.relevance = relevance_string(
          ranking, static_cast<std::size_t>(std::clamp(measure.numbers.front(), 0., 1e6)));
    }
    topic.values.push_back(
        !measure.level || *measure.level == usual.level
            ? measure_value(measure, usual, measure_rules)
            : measure_value(measure, grade_topic(ranking, *measure.level), measure_rules));
  }
  return topic;
}

/// trec_eval's -c counts every grade above 0 as relevant, whatever the level; its printed sum is
/// what is promised here. A level of the measure's own is kept.
double count_relevant(const Qrels& qrels, std::int64_t level) {
  std::size_t count = 0;
  for (const auto& [topic, judgements] : qrels) {
    count += static_cast<std::size_t>(
        std::count_if(judgements.begin(), judgements.end(),
                      [level](const Judgement& judgement) { return judgement.grade >= level; }));
  }
  return static_cast<double>(count);
}

double sum_of(const RunEvaluation& evaluation, std::size_t measure) {
  double sum = 0;
  for (const TopicEvaluation& topic : evaluation.topics) {
    sum += topic.values[measure];
  }
  return sum;
}

/// The mean of logarithms is over the topics of the run first, as trec_eval adds them.
double geometric_mean(const RunEvaluation& evaluation, std::size_t measure, std::size_t topics) {
  double sum = 0;
  for (const TopicEvaluation& topic : evaluation.topics) {
    sum += topic.in_run ? std::log(std::max(topic.values[measure], least_geometric_value)) : 0;
  }
  sum += static_cast<double>(topics - evaluation.common_topics) * std::log(least_geometric_value);
  return topics == 0 ? 0 : std::exp(sum / static_cast<double>(topics));
}

double summarize(const RunEvaluation& evaluation, const Qrels& qrels,
                 std::span<const Measure> measures, std::size_t index,
                 const EvaluationRules& rules) {
  const Measure& measure = measures[index];
  const std::size_t topics = evaluation.averaged_topics(rules.common_topics_only);
  switch (measure.summary) {
    case MeasureSummary::Mean:
      return topics == 0 ? 0 : sum_of(evaluation, index) / static_cast<double>(topics);
    case MeasureSummary::GeometricMean: return geometric_mean(evaluation, index, topics);
    case MeasureSummary::Sum:
      return measure.kind == MeasureKind::Relevant && !rules.common_topics_only
                 ? count_relevant(qrels, measure.level.value_or(1))
                 : sum_of(evaluation, index);
    case MeasureSummary::Topics: return static_cast<double>(topics);
    default: return 0;
  }
}

}  // namespace

RunEvaluation evaluate(const RetrievalRun& run, const Qrels& qrels,
                       std::span<const Measure> measures, const EvaluationRules& rules) {
  RunEvaluation evaluation;
  evaluation.run = run.name;
  evaluation.tag = run.tag;
  evaluation.judged_topics = qrels.size();
  evaluation.run_topics = run.topics.size();
  evaluation.topics.reserve(qrels.size());
  for (const auto& [topic, judgements] : qrels) {
    const auto found = run.topics.find(topic);
    TopicEvaluation values;
    if (found != run.topics.end()) {
      values = evaluate_topic(found->second, judgements, measures, rules);
      ++evaluation.common_topics;
    } else {
      values.values.assign(measures.size(), 0);
    }
    values.topic = topic;
    evaluation.topics.push_back(std::move(values));
  }
  evaluation.summary.reserve(measures.size());
  for (std::size_t i = 0; i < measures.size(); ++i) {
    evaluation.summary.push_back(summarize(evaluation, qrels, measures, i, rules));
  }
  return evaluation;
}

}  // namespace dateline

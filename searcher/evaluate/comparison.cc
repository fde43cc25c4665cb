#include "searcher/evaluate/comparison.h"

#include <algorithm>
#include <utility>

namespace dateline {

namespace {

std::vector<TopicDifference> differences_of(const RunEvaluation& baseline, const RunEvaluation& run,
                                            std::size_t measure, bool common_only) {
  std::vector<TopicDifference> differences;
  differences.reserve(run.topics.size());
  for (std::size_t i = 0; i < run.topics.size(); ++i) {
    const TopicEvaluation& base = baseline.topics[i];
    const TopicEvaluation& topic = run.topics[i];
    if (!common_only || (base.in_run && topic.in_run)) {
      differences.push_back({topic.topic, topic.values[measure] - base.values[measure]});
    }
  }
  return differences;
}

/// The clearest wins are those of the largest differences; losses are the wins of the other run.
std::vector<TopicDifference> clearest(std::vector<TopicDifference> differences, double sign,
                                      std::size_t most) {
  std::erase_if(differences,
                [sign](const TopicDifference& topic) { return topic.difference * sign <= 0; });
  std::stable_sort(differences.begin(), differences.end(),
                   [sign](const TopicDifference& left, const TopicDifference& right) {
                     return left.difference * sign > right.difference * sign;
                   });
  differences.resize(std::min(differences.size(), most));
  return differences;
}

RunComparison compare(std::vector<TopicDifference> differences, const ComparisonRules& rules) {
  RunComparison comparison;
  comparison.topics = differences.size();
  std::vector<double> values;
  values.reserve(differences.size());
  for (const TopicDifference& topic : differences) {
    values.push_back(topic.difference);
    comparison.wins += topic.difference > 0 ? 1U : 0U;
    comparison.losses += topic.difference < 0 ? 1U : 0U;
  }
  comparison.ties = comparison.topics - comparison.wins - comparison.losses;
  comparison.t = t_test(values, rules.confidence);
  comparison.randomisation = randomisation_test(values, rules.randomisation);
  comparison.won = clearest(differences, 1, rules.extremes);
  comparison.lost = clearest(std::move(differences), -1, rules.extremes);
  return comparison;
}

/// Corrects the tests of one measure for one another. A test that could not be made is no test.
void correct(std::span<RunComparison> comparisons) {
  std::vector<double> sampled;
  std::vector<double> student;
  for (const RunComparison& comparison : comparisons) {
    sampled.push_back(comparison.randomisation.p);
    if (comparison.t.p) {
      student.push_back(*comparison.t.p);
    }
  }
  const std::vector<double> sampled_holm = holm(sampled);
  const std::vector<double> student_holm = holm(student);
  std::size_t next = 0;
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    comparisons[i].randomisation_p_holm = sampled_holm[i];
    if (comparisons[i].t.p) {
      comparisons[i].t_p_holm = student_holm[next++];
    }
  }
}

}  // namespace

std::vector<RunComparison> compare_runs(std::span<const RunEvaluation> runs,
                                        std::span<const Measure> measures,
                                        const ComparisonRules& rules) {
  std::vector<RunComparison> comparisons;
  for (std::size_t measure = 0; measure < measures.size() && runs.size() > 1; ++measure) {
    if (!has_topic_values(measures[measure])) {
      continue;
    }
    const std::size_t first = comparisons.size();
    for (std::size_t run = 1; run < runs.size(); ++run) {
      comparisons.push_back(
          compare(differences_of(runs[0], runs[run], measure, rules.common_topics_only), rules));
      comparisons.back().run = run;
      comparisons.back().measure = measure;
    }
    correct(std::span(comparisons).subspan(first));
  }
  return comparisons;
}

}  // namespace dateline

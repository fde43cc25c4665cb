// Scores of runs as text, trec_eval's lines, JSON or CSV.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "searcher/evaluate/comparison.h"
#include "searcher/evaluate/evaluation.h"
#include "searcher/evaluate/measure.h"
#include "searcher/render/renderer.h"

namespace dateline {

/// What there is to say of some runs.
struct EvaluationReport {
  std::string qrels;  ///< the name of the file
  std::vector<Measure> measures;
  std::vector<RunEvaluation> runs;
  std::vector<RunComparison> comparisons;
  EvaluationRules rules;
  ComparisonRules comparison_rules;
  bool per_topic = false;  ///< also the values of each topic
};

/// What a reader of the numbers should know, a sentence each: topics without results or
/// judgements, too few topics to tell runs apart.
std::vector<std::string> evaluation_notices(const EvaluationReport& report);

/// Runs side by side, then what they differ in. Notices stand in it.
void render_evaluation_text(std::ostream& out, const EvaluationReport& report,
                            const TextStyle& style);

/// Lines as trec_eval prints them, in its order, one run after the other. Like there, topics that
/// a run does not have are not among its topics. Comparisons have no place here.
void render_evaluation_trec(std::ostream& out, const EvaluationReport& report);

/// One object: docs/schemas/eval.schema.json.
void render_evaluation_json(std::ostream& out, const EvaluationReport& report);

/// A line for each value: run, tag, topic ("all" for the summary), measure, value; then those of
/// the comparisons, as "map:difference", "map:p" and so on.
void render_evaluation_csv(std::ostream& out, const EvaluationReport& report);

}  // namespace dateline

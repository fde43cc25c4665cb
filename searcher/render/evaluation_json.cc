// Scores and comparisons as one JSON object: docs/schemas/eval.schema.json.
#include <nlohmann/json.hpp>

#include "common/cli/terminal.h"
#include "searcher/render/evaluation.h"
#include "searcher/render/evaluation_values.h"
#include "searcher/render/formats.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

Json number(const Measure& measure, double value) {
  return is_count(measure) ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json number_or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json summary_of(const EvaluationReport& report, const RunEvaluation& run) {
  Json summary = Json::object();
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const Measure& measure = report.measures[i];
    if (measure.summary == MeasureSummary::RunId) {
      summary[measure.name] = run.tag;
    } else if (tells_of_runs(measure)) {
      summary[measure.name] = number(measure, run.summary[i]);
    }
  }
  return summary;
}

Json values_of(const EvaluationReport& report, const TopicEvaluation& topic) {
  Json values = Json::object();
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    const Measure& measure = report.measures[i];
    if (measure.kind == MeasureKind::RelevanceString) {
      values[measure.name] = topic.relevance;
    } else if (tells_of_topics(measure)) {
      values[measure.name] = number(measure, topic.values[i]);
    }
  }
  return values;
}

Json to_json(const EvaluationReport& report, const RunEvaluation& run) {
  Json object{{"run", run.run},
              {"tag", run.tag},
              {"topics", run.run_topics},
              {"judged_topics_found", run.common_topics},
              {"averaged_topics", run.averaged_topics(report.rules.common_topics_only)},
              {"summary", summary_of(report, run)}};
  if (!report.per_topic) {
    return object;
  }
  object["per_topic"] = Json::array();
  for (const TopicEvaluation& topic : run.topics) {
    if (topic.in_run || !report.rules.common_topics_only) {
      object["per_topic"].push_back(
          {{"topic", topic.topic}, {"in_run", topic.in_run}, {"values", values_of(report, topic)}});
    }
  }
  return object;
}

Json to_json(const std::vector<TopicDifference>& topics) {
  Json list = Json::array();
  for (const TopicDifference& topic : topics) {
    list.push_back({{"topic", topic.topic}, {"difference", topic.difference}});
  }
  return list;
}

Json to_json(const EvaluationReport& report, const RunComparison& comparison) {
  const TTest& t = comparison.t;
  return {{"measure", report.measures[comparison.measure].name},
          {"baseline", report.runs.front().run},
          {"run", report.runs[comparison.run].run},
          {"topics", comparison.topics},
          {"difference", t.mean},
          {"low", number_or_null(t.low)},
          {"high", number_or_null(t.high)},
          {"effect_size", number_or_null(t.effect_size)},
          {"randomisation",
           {{"p", comparison.randomisation.p},
            {"p_holm", comparison.randomisation_p_holm},
            {"exact", comparison.randomisation.exact}}},
          {"t_test", {{"p", number_or_null(t.p)}, {"p_holm", number_or_null(comparison.t_p_holm)}}},
          {"won", comparison.wins},
          {"equal", comparison.ties},
          {"lost", comparison.losses},
          {"most_won", to_json(comparison.won)},
          {"most_lost", to_json(comparison.lost)}};
}

Json names_of(const EvaluationReport& report) {
  Json names = Json::array();
  for (const Measure& measure : report.measures) {
    names.push_back(measure.name);
  }
  return names;
}

}  // namespace

void render_evaluation_json(std::ostream& out, const EvaluationReport& report) {
  const bool nine = report.rules.ranking.version == TrecEvalVersion::Nine;
  Json object{{"format_version", output_format_version},
              {"qrels", report.qrels},
              {"judged_topics", report.runs.front().judged_topics},
              {"averaged_over", report.rules.common_topics_only ? "common" : "judged"},
              {"level", report.rules.level},
              {"trec_eval", nine ? 9 : 10},
              {"measures", names_of(report)},
              {"runs", Json::array()},
              {"confidence", report.comparison_rules.confidence},
              {"comparisons", Json::array()},
              {"notices", evaluation_notices(report)}};
  for (const RunEvaluation& run : report.runs) {
    object["runs"].push_back(to_json(report, run));
  }
  for (const RunComparison& comparison : report.comparisons) {
    object["comparisons"].push_back(to_json(report, comparison));
  }
  const std::string bytes = object.dump(-1, ' ', false, Json::error_handler_t::replace);
  out << escape_json_controls(bytes) << '\n';
}

}  // namespace dateline

// Searches and evaluation are the programs' own; only the folds are new.
#include "bench/relevance_bench.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>
#include <utility>

#include "bench/support/statistics.h"
#include "common/error.h"
#include "searcher/evaluate/evaluation.h"
#include "searcher/search.h"

namespace dateline {

namespace {

RetrievalRun run_topics(ArchiveReader& archive, const RelevanceBenchOptions& options,
                        const std::string& ranking) {
  constexpr std::size_t most_hits = 1000;
  SearchRequest request;
  request.match = MatchMode::Any;
  request.syntax = QuerySyntax::Words;
  request.limit = most_hits;
  request.ranking = parse_ranking(ranking);
  request.only_ids = true;
  request.suggest = false;
  RetrievalRun run{.name = ranking, .tag = ranking, .topics = {}};
  for (const Topic& topic : options.topics) {
    if (options.should_stop()) {
      throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
    }
    if (!options.qrels.contains(topic.id)) {
      continue;
    }
    request.text = topic.text;
    std::vector<RetrievedDocument>& documents = run.topics[topic.id];
    for (const Hit& hit : search(archive, request).hits) {
      // Ties are settled already: the rank is the order.
      documents.push_back({hit.article.id, -static_cast<double>(hit.rank)});
    }
    std::ranges::sort(documents, {}, &RetrievedDocument::id);
  }
  return run;
}

/// The mean over the topics of a fold, or over all others.
double mean_over(const RankedScheme& scheme, std::size_t fold, std::size_t folds, bool inside) {
  std::vector<double> values;
  for (std::size_t i = 0; i < scheme.values.size(); ++i) {
    if ((i % folds == fold) == inside) {
      values.push_back(scheme.values[i]);
    }
  }
  return mean(values);
}

std::vector<std::string> notes_of(const std::vector<HeldOutFold>& folds) {
  std::vector<std::string> notes;
  std::ostringstream text;
  text << std::fixed << std::setprecision(4);
  for (const HeldOutFold& fold : folds) {
    text << "Of " << fold.topics << " topics that were held out, " << fold.chosen
         << ", the best on the others, gets " << fold.value << ".";
    notes.push_back(text.str());
    text.str({});
  }
  text << "So to choose the best is worth " << held_out_mean(folds) << " on other topics.";
  notes.push_back(text.str());
  return notes;
}

}  // namespace

std::vector<HeldOutFold> hold_out(const std::vector<RankedScheme>& schemes, std::size_t folds) {
  std::vector<HeldOutFold> held_out;
  for (std::size_t fold = 0; fold < folds && fold < schemes.front().values.size(); ++fold) {
    const auto best = std::ranges::max_element(schemes, {}, [&](const RankedScheme& scheme) {
      return mean_over(scheme, fold, folds, false);
    });
    const std::size_t topics = (best->values.size() + folds - 1 - fold) / folds;
    held_out.push_back({best->ranking, mean_over(*best, fold, folds, true), topics});
  }
  return held_out;
}

double held_out_mean(const std::vector<HeldOutFold>& folds) {
  double sum = 0;
  std::size_t topics = 0;
  for (const HeldOutFold& fold : folds) {
    sum += fold.value * static_cast<double>(fold.topics);
    topics += fold.topics;
  }
  return topics == 0 ? 0 : sum / static_cast<double>(topics);
}

RelevanceResult bench_relevance(ArchiveReader& archive, const RelevanceBenchOptions& options) {
  RelevanceResult result;
  const std::array measures{options.measure};
  for (const std::string& ranking : options.rankings) {
    const RetrievalRun run = run_topics(archive, options, ranking);
    if (run.topics.empty()) {
      throw Error("no topic is judged", "topics and judgements must have the same ids");
    }
    RankedScheme& scheme = result.schemes.emplace_back(RankedScheme{ranking, {}});
    result.topics.clear();
    for (const TopicEvaluation& topic : evaluate(run, options.qrels, measures, {}).topics) {
      result.topics.push_back(topic.topic);
      scheme.values.push_back(topic.values.front());
    }
  }
  result.folds = hold_out(result.schemes, options.folds);
  return result;
}

Record record_of(const std::string& measure, const RelevanceResult& result) {
  Record record{
      .bench = "relevance",
      .about = measure + " over " + std::to_string(result.topics.size()) + " judged topics",
      .rows = {}};
  record.details = {
      {"measure", measure}, {"topics", result.topics}, {"folds", nlohmann::ordered_json::array()}};
  for (const RankedScheme& scheme : result.schemes) {
    RecordRow row{.name = scheme.ranking, .what = {}, .figures = {}};
    row.figures = {{"mean", "mean", 4, {mean(scheme.values)}}};
    row.details = {{"values", scheme.values}};
    record.rows.push_back(std::move(row));
  }
  for (const HeldOutFold& fold : result.folds) {
    record.details["folds"].push_back(
        {{"chosen", fold.chosen}, {"value", fold.value}, {"topics", fold.topics}});
  }
  record.details["held_out"] = held_out_mean(result.folds);
  record.notes = notes_of(result.folds);
  return record;
}

}  // namespace dateline

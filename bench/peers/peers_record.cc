// A row says what was measured, and its details with what settings.
#include "bench/peers/peers_record.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "bench/peers/driver.h"
#include "bench/support/statistics.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr double megabyte = 1e6;

std::vector<Figure> index_figures(const PeerResult& result, double text_megabytes) {
  const std::vector<PeerRun>& runs = result.runs;
  std::vector<Figure> figures = {
      figure_of({"seconds", "index s", 2}, runs, &PeerRun::seconds),
      figure_of({"megabytes_per_second", "MB/s", 2}, runs,
                [=](const PeerRun& run) { return text_megabytes / run.seconds; }),
      figure_of({"cpu_seconds", "CPU s", 2}, runs, &PeerRun::cpu_seconds),
      figure_of({"peak_megabytes", "peak MB", 0}, runs,
                [](const PeerRun& run) { return static_cast<double>(run.peak_bytes) / megabyte; }),
      figure_of({"index_per_text", "index / text", 2}, runs,
                [=](const PeerRun& run) {
                  return static_cast<double>(run.index_bytes) / megabyte / text_megabytes;
                }),
  };
  if (runs.front().compacted_bytes > 0) {
    figures.push_back(
        figure_of({"compacted_per_text", "compacted", 2}, runs, [=](const PeerRun& run) {
          return static_cast<double>(run.compacted_bytes) / megabyte / text_megabytes;
        }));
  }
  return figures;
}

void add_latencies(const PeerResult& result, const std::string& question,
                   std::vector<Figure>& figures) {
  const auto of_question = [&question](auto value) {
    return [&question, value](const PeerRun& run) { return value(run.latencies.at(question)); };
  };
  figures.push_back(
      figure_of({question + "_mean_ms", question + " mean ms", 2}, result.runs,
                of_question([](const std::vector<double>& values) { return mean(values); })));
  for (const int percent : {50, 99}) {
    const std::string name = "p" + std::to_string(percent);
    Figure figure{question, question, 2};
    figure.key.append("_").append(name).append("_ms");
    figure.label.append(" ").append(name);
    figures.push_back(figure_of(std::move(figure), result.runs,
                                of_question([percent](std::vector<double> values) {
                                  return percentile(std::move(values), percent);
                                })));
  }
}

std::vector<Figure> figures_of(const PeerResult& result, double text_megabytes) {
  std::vector<Figure> figures = index_figures(result, text_megabytes);
  for (const Question question : all_questions) {
    const std::string name(to_string(question));
    const auto is_measured = [&name](const PeerRun& run) {
      const auto found = run.latencies.find(name);
      return found != run.latencies.end() && !found->second.empty();
    };
    if (std::ranges::all_of(result.runs, is_measured)) {
      add_latencies(result, name, figures);
    }
  }
  for (const auto& [measure, value] : result.quality) {
    figures.push_back({measure, measure, 4, {value}});
  }
  return figures;
}

RecordRow row_of(const PeerResult& result, double text_megabytes) {
  RecordRow row;
  row.name = result.peer->name;
  row.what = std::string(result.peer->what) + ": " + result.version + "; " + result.settings;
  row.figures = figures_of(result, text_megabytes);
  row.details = {{"version", result.version}, {"settings", result.settings}};
  if (!result.counts.empty()) {
    row.details["articles_with_any_word"] =
        std::accumulate(result.counts.begin(), result.counts.end(), std::size_t{0});
    row.details["counts"] = result.counts;
    row.details["hits"] = result.hits;
    row.details["facet_counts"] = result.facet_counts;
  }
  return row;
}

std::string describe(const PeersResult& result, std::size_t runs) {
  const Material& material = result.material;
  return std::to_string(material.article_count) + " articles, " +
         std::to_string(material.text_bytes / 1000000) + " MB of text, " +
         std::to_string(material.people) + " names of people; " +
         std::to_string(material.query_count) +
         " queries, one thread, warm; runs: " + std::to_string(runs);
}

}  // namespace

Record record_of(const PeersResult& result) {
  const double text_megabytes =
      std::max(static_cast<double>(result.material.text_bytes), 1.0) / megabyte;
  Record record{.bench = "peers", .about = {}, .rows = {}};
  std::size_t runs = 0;
  record.details["skipped"] = Json::object();
  for (const PeerResult& peer : result.peers) {
    if (!peer.runs.empty()) {
      record.rows.push_back(row_of(peer, text_megabytes));
      runs = std::max(runs, peer.runs.size());
    }
    if (!peer.skipped.empty()) {
      const std::string name(peer.peer->name);
      record.details["skipped"][name] = peer.skipped;
      record.notes.push_back(name + " was skipped: " + peer.skipped);
    }
  }
  record.about = describe(result, runs);
  record.details["articles"] = result.material.article_count;
  record.details["text_bytes"] = result.material.text_bytes;
  record.details["people"] = result.material.people;
  record.details["queries"] = result.material.query_count;
  record.details["problems"] = result.material.problems;
  return record;
}

}  // namespace dateline

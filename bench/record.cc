// Figures are worked out from the runs here, once for both ways to print them.
#include "bench/record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "bench/support/statistics.h"
#include "common/cli/terminal.h"

namespace dateline {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;
constexpr double megabyte = 1e6;

/// A figure of a run, by the name it has in a record and the one people read.
template <typename Run>
struct Figure {
  const char* key;
  const char* label;
  int decimals;
  double (*of)(const Run&);
};

template <typename Run>
double megabytes_of_text(const Run& run) {
  return std::max(static_cast<double>(run.text_bytes), 1.0) / megabyte;
}

constexpr std::array<Figure<IndexRun>, 6> index_figures = {{
    {"articles_per_second", "articles/s", 1,
     [](const IndexRun& run) { return static_cast<double>(run.articles) / run.seconds; }},
    {"megabytes_per_second", "MB/s of text", 2,
     [](const IndexRun& run) { return megabytes_of_text(run) / run.seconds; }},
    {"cpu_seconds_per_megabyte", "CPU s/MB", 3,
     [](const IndexRun& run) { return run.cpu_seconds / megabytes_of_text(run); }},
    {"seconds", "seconds", 2, [](const IndexRun& run) { return run.seconds; }},
    {"peak_megabytes", "peak memory MB", 1,
     [](const IndexRun& run) { return static_cast<double>(run.peak_bytes) / megabyte; }},
    {"archive_per_text", "archive / text", 2,
     [](const IndexRun& run) {
       return static_cast<double>(run.archive_bytes) / megabyte / megabytes_of_text(run);
     }},
}};

constexpr std::array<Figure<EntitiesRun>, 4> entities_figures = {{
    {"cpu_ms_per_megabyte", "CPU ms/MB", 1,
     [](const EntitiesRun& run) {
       const double seconds = run.read_cpu_seconds + run.tag_cpu_seconds + run.date_cpu_seconds;
       return seconds * 1000 / megabytes_of_text(run);
     }},
    {"read_cpu_ms_per_megabyte", "  reading", 1,
     [](const EntitiesRun& run) { return run.read_cpu_seconds * 1000 / megabytes_of_text(run); }},
    {"tag_cpu_ms_per_megabyte", "  names", 1,
     [](const EntitiesRun& run) { return run.tag_cpu_seconds * 1000 / megabytes_of_text(run); }},
    {"date_cpu_ms_per_megabyte", "  dates", 1,
     [](const EntitiesRun& run) { return run.date_cpu_seconds * 1000 / megabytes_of_text(run); }},
}};

constexpr std::array<Figure<QueryRun>, 6> query_figures = {{
    {"p50_ms", "p50", 2, [](const QueryRun& run) { return run.p50_ms; }},
    {"p90_ms", "p90", 2, [](const QueryRun& run) { return run.p90_ms; }},
    {"p99_ms", "p99", 2, [](const QueryRun& run) { return run.p99_ms; }},
    {"cpu_p50_ms", "CPU p50", 2, [](const QueryRun& run) { return run.cpu_p50_ms; }},
    {"cpu_p99_ms", "CPU p99", 2, [](const QueryRun& run) { return run.cpu_p99_ms; }},
    {"mean_ms", "mean", 2, [](const QueryRun& run) { return run.mean_ms; }},
}};

template <typename Run>
Spread spread_over(std::span<const Run> runs, const Figure<Run>& figure) {
  std::vector<double> values;
  for (const Run& run : runs) {
    values.push_back(figure.of(run));
  }
  return spread_of(std::move(values));
}

template <typename Run, std::size_t count>
Json figures_json(std::span<const Run> runs, const std::array<Figure<Run>, count>& figures) {
  Json json;
  for (const Figure<Run>& figure : figures) {
    const Spread spread = spread_over(runs, figure);
    json[figure.key] = {{"median", spread.median}, {"min", spread.min}, {"max", spread.max}};
  }
  return json;
}

Json begin_record(std::string_view bench, const Circumstances& circumstances) {
  const Machine& machine = circumstances.machine;
  return {{"format_version", format_version},
          {"bench", bench},
          {"command", circumstances.command},
          {"commit", circumstances.commit},
          {"machine",
           {{"processor", machine.processor},
            {"cores", machine.cores},
            {"memory_bytes", machine.memory_bytes},
            {"kernel", machine.kernel},
            {"compiler", machine.compiler},
            {"build_type", machine.build_type},
            {"xapian", machine.xapian}}}};
}

void print(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_circumstances(std::ostream& out, const Circumstances& circumstances) {
  const Machine& machine = circumstances.machine;
  constexpr double gibibyte = 1024.0 * 1024 * 1024;
  out << "command  " << make_printable(circumstances.command) << "\nmachine  "
      << make_printable(machine.processor) << ", " << machine.cores << " cores, " << std::fixed
      << std::setprecision(1) << static_cast<double>(machine.memory_bytes) / gibibyte << " GiB, "
      << machine.kernel << "\nbuild    " << circumstances.commit << ", " << machine.compiler << ", "
      << machine.build_type << ", Xapian " << machine.xapian << "\n\n";
}

/// Latencies to the microsecond: what lies below is noise, and would double the record.
std::vector<double> to_microseconds(const std::vector<double>& latencies_ms) {
  std::vector<double> rounded(latencies_ms.size());
  std::ranges::transform(latencies_ms, rounded.begin(),
                         [](double latency) { return std::round(latency * 1000) / 1000; });
  return rounded;
}

template <typename Run, std::size_t count>
void print_figures(std::ostream& out, std::span<const Run> runs,
                   const std::array<Figure<Run>, count>& figures) {
  const Run& last = runs.back();
  out << last.articles << " articles, " << std::setprecision(1) << megabytes_of_text(last)
      << " MB of text, " << last.problems << " problems; " << runs.size() << " runs\n\n"
      << std::left << std::setw(16) << "" << std::right << std::setw(10) << "median"
      << std::setw(10) << "min" << std::setw(10) << "max" << '\n';
  for (const Figure<Run>& figure : figures) {
    const Spread spread = spread_over(runs, figure);
    out << std::left << std::setw(16) << figure.label << std::right
        << std::setprecision(figure.decimals) << std::setw(10) << spread.median << std::setw(10)
        << spread.min << std::setw(10) << spread.max << '\n';
  }
}

double mean_total(const QueryKindResult& result) {
  const std::vector<double> totals(result.totals.begin(), result.totals.end());
  return mean(totals);
}

Json to_json(const QueryKindResult& result) {
  const std::span<const QueryRun> runs(result.runs);
  Json json{{"kind", result.kind->name},
            {"what", result.kind->what},
            {"queries", result.texts},
            {"totals", result.totals},
            {"figures", figures_json(runs, query_figures)},
            {"runs", Json::array()}};
  for (const QueryRun& run : runs) {
    Json values;
    for (const Figure<QueryRun>& figure : query_figures) {
      values[figure.key] = figure.of(run);
    }
    values["latencies_ms"] = to_microseconds(run.latencies_ms);
    json["runs"].push_back(std::move(values));
  }
  return json;
}

}  // namespace

void render_index_bench(std::ostream& out, const Circumstances& circumstances,
                        std::span<const IndexRun> runs) {
  print_circumstances(out, circumstances);
  print_figures(out, runs, index_figures);
}

void render_index_bench_json(std::ostream& out, const Circumstances& circumstances,
                             std::span<const IndexRun> runs) {
  Json json = begin_record("index", circumstances);
  json["figures"] = figures_json(runs, index_figures);
  json["runs"] = Json::array();
  for (const IndexRun& run : runs) {
    json["runs"].push_back({{"seconds", run.seconds},
                            {"cpu_seconds", run.cpu_seconds},
                            {"peak_bytes", run.peak_bytes},
                            {"articles", run.articles},
                            {"problems", run.problems},
                            {"text_bytes", run.text_bytes},
                            {"archive_bytes", run.archive_bytes}});
  }
  print(out, json);
}

void render_entities_bench(std::ostream& out, const Circumstances& circumstances,
                           std::span<const EntitiesRun> runs) {
  print_circumstances(out, circumstances);
  print_figures(out, runs, entities_figures);
}

void render_entities_bench_json(std::ostream& out, const Circumstances& circumstances,
                                std::span<const EntitiesRun> runs) {
  Json json = begin_record("entities", circumstances);
  json["figures"] = figures_json(runs, entities_figures);
  json["runs"] = Json::array();
  for (const EntitiesRun& run : runs) {
    json["runs"].push_back({{"read_cpu_seconds", run.read_cpu_seconds},
                            {"tag_cpu_seconds", run.tag_cpu_seconds},
                            {"date_cpu_seconds", run.date_cpu_seconds},
                            {"articles", run.articles},
                            {"problems", run.problems},
                            {"mentions", run.mentions},
                            {"text_bytes", run.text_bytes}});
  }
  print(out, json);
}

void render_query_bench(std::ostream& out, const Circumstances& circumstances,
                        std::span<const QueryKindResult> kinds) {
  print_circumstances(out, circumstances);
  out << "milliseconds, median of the runs; the spread is that of the mean\n\n"
      << std::left << std::setw(10) << "" << std::right << std::setw(8) << "queries" << std::setw(9)
      << "matches";
  for (const Figure<QueryRun>& figure : query_figures) {
    out << std::setw(9) << figure.label;
  }
  out << std::setw(8) << "min" << std::setw(8) << "max" << '\n';
  for (const QueryKindResult& result : kinds) {
    out << std::left << std::setw(10) << result.kind->name << std::right << std::setw(8)
        << result.texts.size() << std::setprecision(0) << std::setw(9) << mean_total(result);
    Spread spread;
    for (const Figure<QueryRun>& figure : query_figures) {
      spread = spread_over(std::span<const QueryRun>(result.runs), figure);
      out << std::setprecision(figure.decimals) << std::setw(9) << spread.median;
    }
    out << std::setw(8) << spread.min << std::setw(8) << spread.max << '\n';
  }
  out << '\n';
  for (const QueryKindResult& result : kinds) {
    out << std::left << std::setw(10) << result.kind->name << result.kind->what << '\n';
  }
}

void render_query_bench_json(std::ostream& out, const Circumstances& circumstances,
                             std::span<const QueryKindResult> kinds) {
  Json json = begin_record("query", circumstances);
  json["kinds"] = Json::array();
  for (const QueryKindResult& result : kinds) {
    json["kinds"].push_back(to_json(result));
  }
  print(out, json);
}

void render_relevance_bench(std::ostream& out, const Circumstances& circumstances,
                            const std::string& measure, const RelevanceResult& result) {
  print_circumstances(out, circumstances);
  out << make_printable(measure) << " over " << result.topics.size() << " judged topics\n\n"
      << std::setprecision(4);
  for (const RankedScheme& scheme : result.schemes) {
    out << std::left << std::setw(24) << scheme.ranking << mean(scheme.values) << '\n';
  }
  out << "\nchosen on the other topics, measured on those held out\n\n";
  for (const HeldOutFold& fold : result.folds) {
    out << std::left << std::setw(24) << fold.chosen << fold.value << "  " << fold.topics
        << " topics\n";
  }
  out << std::left << std::setw(24) << "all of them" << held_out_mean(result.folds) << '\n';
}

void render_relevance_bench_json(std::ostream& out, const Circumstances& circumstances,
                                 const std::string& measure, const RelevanceResult& result) {
  Json json = begin_record("relevance", circumstances);
  json["measure"] = measure;
  json["topics"] = result.topics;
  json["rankings"] = Json::array();
  for (const RankedScheme& scheme : result.schemes) {
    json["rankings"].push_back(
        {{"ranking", scheme.ranking}, {"mean", mean(scheme.values)}, {"values", scheme.values}});
  }
  json["folds"] = Json::array();
  for (const HeldOutFold& fold : result.folds) {
    json["folds"].push_back(
        {{"chosen", fold.chosen}, {"value", fold.value}, {"topics", fold.topics}});
  }
  json["held_out"] = held_out_mean(result.folds);
  print(out, json);
}

}  // namespace dateline

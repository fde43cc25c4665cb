// The kinds differ from the first, an OR of the words for its ten best articles, by one thing each,
// so that the difference of two figures is the cost of that thing.
#include "bench/query_bench.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "bench/support/repeat.h"
#include "bench/support/statistics.h"
#include "common/cpu_clock.h"
#include "common/error.h"
#include "searcher/search.h"

namespace dateline {

namespace {

/// Ten articles with any of the words; no facets, no snippets.
SearchRequest plain_request(const SampleQuery& sample) {
  SearchRequest request;
  request.text = sample.words;
  request.syntax = QuerySyntax::Words;
  request.match = MatchMode::Any;
  request.facets.clear();
  request.snippets = 0;
  return request;
}

const std::vector<FacetKind>& every_facet() {
  static const std::vector<FacetKind> facets(all_facets.begin(), all_facets.end());
  return facets;
}

bool make_or(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  return true;
}

bool make_and(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.match = MatchMode::All;
  return true;
}

bool make_phrase(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.text = '"' + sample.phrase + '"';
  request.syntax = QuerySyntax::Query;
  return !sample.phrase.empty();
}

bool make_filter(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  if (sample.name) {
    request.names.push_back({sample.name->type, {sample.name->text}, {}});
  }
  return sample.name.has_value();
}

bool make_newest(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.sort = SortOrder::Newest;
  return true;
}

bool make_facets(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.facets = every_facet();
  return true;
}

bool make_snippets(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.snippets = SearchRequest().snippets;
  return true;
}

bool make_page(const SampleQuery& sample, SearchRequest& request) {
  request = plain_request(sample);
  request.facets = every_facet();
  request.snippets = SearchRequest().snippets;
  return true;
}

constexpr std::array<QueryKind, 11> kinds = {{
    {"or", "ten best articles with any of the words", make_or},
    {"and", "ten best with all of the words", make_and},
    {"phrase", "ten best with two words side by side", make_phrase},
    {"filter", "or, with one name as a filter", make_filter},
    {"newest", "or, sorted by date", make_newest},
    {"facets", "or, and all facets with exact counts", make_facets},
    {"snippets", "or, and snippets of the ten", make_snippets},
    {"page", "or, facets and snippets: a whole answer", make_page},
    {"x-or", "Xapian's QueryParser and Enquire: ten best, total estimated", make_or,
     &XapianPeer::ask_top_ten},
    {"x-total", "the same with an exact total", make_or, &XapianPeer::ask_exactly},
    {"x-page", "the same with a MatchSpy counting in maps, and MSet::snippet", make_page,
     &XapianPeer::ask_page},
}};

/// The requests of one kind, and what comes of them.
struct Questions {
  QueryKindResult result;
  std::vector<SearchRequest> requests;
};

bool is_wanted(const QueryKind& kind, const QueryBenchOptions& options) {
  if (kind.ask_peer != nullptr && options.peer == nullptr) {
    return false;
  }
  return options.kinds.empty() ||
         std::ranges::find(options.kinds, kind.name) != options.kinds.end();
}

std::vector<Questions> make_questions(std::span<const SampleQuery> samples,
                                      const QueryBenchOptions& options) {
  std::vector<Questions> all;
  for (const QueryKind& kind : kinds) {
    if (!is_wanted(kind, options)) {
      continue;
    }
    Questions questions;
    questions.result.kind = &kind;
    questions.requests = requests_of(kind.name, samples);
    for (const SearchRequest& request : questions.requests) {
      questions.result.texts.push_back(request.text);
    }
    if (!questions.requests.empty()) {
      all.push_back(std::move(questions));
    }
  }
  return all;
}

QueryRun ask_all(ArchiveReader& archive, XapianPeer* peer, Questions& questions) {
  using Clock = std::chrono::steady_clock;
  QueryRun run;
  std::vector<std::size_t> totals;
  std::vector<double> cpu_ms;
  const auto ask_peer = questions.result.kind->ask_peer;
  for (const SearchRequest& request : questions.requests) {
    const Clock::time_point start = Clock::now();
    const double cpu_start = thread_cpu_seconds();
    totals.push_back(ask_peer != nullptr ? (peer->*ask_peer)(request.text)
                                         : search(archive, request).total);
    cpu_ms.push_back((thread_cpu_seconds() - cpu_start) * 1000);
    const std::chrono::duration<double, std::milli> time = Clock::now() - start;
    run.latencies_ms.push_back(time.count());
  }
  run.cpu_p50_ms = percentile(cpu_ms, 50);
  run.cpu_p99_ms = percentile(cpu_ms, 99);
  questions.result.totals = std::move(totals);
  run.p50_ms = percentile(run.latencies_ms, 50);
  run.p90_ms = percentile(run.latencies_ms, 90);
  run.p99_ms = percentile(run.latencies_ms, 99);
  run.mean_ms = mean(run.latencies_ms);
  return run;
}

/// Latencies to the microsecond: what lies below is noise, and would double the record.
std::vector<double> to_microseconds(const std::vector<double>& latencies_ms) {
  std::vector<double> rounded(latencies_ms.size());
  std::ranges::transform(latencies_ms, rounded.begin(),
                         [](double latency) { return std::round(latency * 1000) / 1000; });
  return rounded;
}

RecordRow row_of(const QueryKindResult& result) {
  const std::vector<double> totals(result.totals.begin(), result.totals.end());
  RecordRow row{.name = std::string(result.kind->name),
                .what = std::string(result.kind->what),
                .figures = {}};
  row.figures = {figure_of({"p50_ms", "p50", 2}, result.runs, &QueryRun::p50_ms),
                 figure_of({"p90_ms", "p90", 2}, result.runs, &QueryRun::p90_ms),
                 figure_of({"p99_ms", "p99", 2}, result.runs, &QueryRun::p99_ms),
                 figure_of({"cpu_p50_ms", "CPU p50", 2}, result.runs, &QueryRun::cpu_p50_ms),
                 figure_of({"cpu_p99_ms", "CPU p99", 2}, result.runs, &QueryRun::cpu_p99_ms),
                 figure_of({"mean_ms", "mean", 2}, result.runs, &QueryRun::mean_ms),
                 {"matches", "matches", 0, {mean(totals)}}};
  row.details = {{"queries", result.texts}, {"totals", result.totals}};
  for (const QueryRun& run : result.runs) {
    row.details["latencies_ms"].push_back(to_microseconds(run.latencies_ms));
  }
  return row;
}

}  // namespace

std::vector<SearchRequest> requests_of(std::string_view kind,
                                       std::span<const SampleQuery> samples) {
  const auto found = std::ranges::find(kinds, kind, &QueryKind::name);
  std::vector<SearchRequest> requests;
  for (const SampleQuery& sample : samples) {
    SearchRequest request;
    if (found != kinds.end() && found->make(sample, request)) {
      requests.push_back(std::move(request));
    }
  }
  return requests;
}

std::vector<QueryKindResult> bench_queries(ArchiveReader& archive,
                                           std::span<const SampleQuery> samples,
                                           const QueryBenchOptions& options) {
  std::vector<Questions> all = make_questions(samples, options);
  const auto ask_every_kind = [&] {
    std::vector<QueryRun> by_kind;
    for (Questions& questions : all) {
      if (options.should_stop()) {
        throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
      }
      by_kind.push_back(ask_all(archive, options.peer, questions));
    }
    return by_kind;
  };
  std::vector<QueryKindResult> results;
  const auto runs = repeat({.warm_up = 1, .runs = options.runs}, ask_every_kind);
  for (std::size_t kind = 0; kind < all.size(); ++kind) {
    results.push_back(std::move(all[kind].result));
    for (const std::vector<QueryRun>& by_kind : runs) {
      results.back().runs.push_back(by_kind[kind]);
    }
  }
  return results;
}

Record record_of(std::span<const QueryKindResult> results) {
  Record record{.bench = "query",
                .about = "milliseconds over " + std::to_string(results.front().texts.size()) +
                         " queries; " + std::to_string(results.front().runs.size()) +
                         " runs, of which the median is shown",
                .rows = {}};
  for (const QueryKindResult& result : results) {
    record.rows.push_back(row_of(result));
  }
  return record;
}

}  // namespace dateline

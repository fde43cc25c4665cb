// How fast an archive answers: in this process, warm, on one thread, by kind of query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/record/record.h"
#include "bench/sample_queries.h"
#include "bench/xapian_peer.h"
#include "searcher/match/archive_reader.h"
#include "searcher/match/request.h"

namespace dateline {

/// A way to ask: what is asked for of the same words.
struct QueryKind {
  std::string_view name;
  std::string_view what;  ///< one line for people
  /// False when nothing of this kind can be made from the sample.
  bool (*make)(const SampleQuery& sample, SearchRequest& request);
  /// Of a peer, how it answers the text of the request; else nullptr.
  std::size_t (XapianPeer::*ask_peer)(const std::string& words) = nullptr;
};

/// The requests of the kind of this name, as many as can be made from the samples.
std::vector<SearchRequest> requests_of(std::string_view kind, std::span<const SampleQuery> samples);

/// Latencies of one run over all queries of a kind, in milliseconds.
struct QueryRun {
  double p50_ms = 0;
  double p90_ms = 0;
  double p99_ms = 0;
  double cpu_p50_ms = 0;  ///< of the thread's CPU time, which other programs hardly touch
  double cpu_p99_ms = 0;
  double mean_ms = 0;
  std::vector<double> latencies_ms;  ///< in the order of the queries
};

/// What was measured of one kind.
struct QueryKindResult {
  const QueryKind* kind = nullptr;
  std::vector<std::string> texts;   ///< of the queries
  std::vector<std::size_t> totals;  ///< articles each of them matches
  std::vector<QueryRun> runs;
};

struct QueryBenchOptions {
  std::vector<std::string> kinds = {};  ///< by name; empty: all
  std::size_t runs = 5;
  XapianPeer* peer = nullptr;  ///< asked in the same run where there is one
  std::function<bool()> should_stop = [] { return false; };
};

/// Asks every query of every kind that is asked for once to warm up, then `runs` times, the kinds
/// taking turns so that a slow moment of the machine falls on all of them. Kinds without a query
/// are left out. Throws Error when it is asked to stop.
std::vector<QueryKindResult> bench_queries(ArchiveReader& archive,
                                           std::span<const SampleQuery> samples,
                                           const QueryBenchOptions& options);

Record record_of(std::span<const QueryKindResult> results);

}  // namespace dateline

// The same articles and queries, given to Dateline and to its peers in turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/peers/material.h"
#include "bench/peers/peer_list.h"
#include "searcher/evaluate/qrels.h"

namespace dateline {

struct PeersBenchOptions {
  std::vector<std::string> paths;
  std::vector<const Peer*> peers;  ///< in the order in which they take turns
  std::size_t runs = 3;
  std::filesystem::path queries;  ///< as in MaterialOptions
  std::size_t samples = 200;
  double warm_up = 2;         ///< seconds for each question of each peer, at least one round
  std::vector<Topic> topics;  ///< without any, no ranking is measured
  Qrels qrels;
  std::filesystem::path scratch;  ///< for all that is written; empty: the temporary folder
  std::function<bool()> should_stop = [] { return false; };
};

/// One run of one peer.
struct PeerRun {
  double seconds = 0;            ///< to a finished index
  double cpu_seconds = 0;        ///< of all processes that took part
  std::uint64_t peak_bytes = 0;  ///< of memory, of the process that had most
  std::uint64_t index_bytes = 0;
  std::uint64_t compacted_bytes = 0;                     ///< 0 where there is no such way
  std::map<std::string, std::vector<double>> latencies;  ///< in ms, by the name of the question
};

/// What was measured of one peer, or why it was not.
struct PeerResult {
  const Peer* peer = nullptr;
  std::string version;
  std::string settings;
  std::vector<PeerRun> runs;
  std::vector<std::size_t> counts;          ///< articles with any word, for each query
  std::map<std::string, std::size_t> hits;  ///< shown, over all queries of a question
  std::size_t facet_counts = 0;             ///< sum of the counts shown
  std::map<std::string, double> quality;    ///< by the name of the measure
  std::string skipped;                      ///< why there are no runs, or no more of them
};

struct PeersResult {
  Material material;
  std::vector<PeerResult> peers;  ///< as in the options
};

/// Has every peer index and answer, one after the other, and all of that `runs` times. A peer that
/// is missing or fails is skipped with its reason. Throws Error when no peer is left, when there
/// is nothing to index, or when it is asked to stop. For a process that has one thread.
PeersResult bench_peers(const PeersBenchOptions& options);

}  // namespace dateline

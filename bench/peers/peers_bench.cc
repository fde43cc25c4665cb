// A peer measures itself and says so in a line of JSON; here the peers take their turns.
#include "bench/peers/peers_bench.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "bench/peers/dateline_peer.h"
#include "bench/peers/peer_process.h"
#include "bench/support/run_apart.h"
#include "bench/support/scratch_folder.h"
#include "common/error.h"
#include "searcher/evaluate/evaluation.h"

namespace dateline {

namespace {

using Json = nlohmann::json;

/// What ranking is measured by; both are means over the judged topics.
constexpr std::array quality_measures = {"map", "nDCG@10"};

/// The files of one run of one peer.
struct Place {
  std::filesystem::path folder;  ///< what the peer writes besides its index
  std::filesystem::path index() const { return folder / "index"; }
  std::filesystem::path run() const { return folder / "run"; }
};

std::string run_dateline(const PeersBenchOptions& options, const Peer& variant, const Place& place,
                         const std::vector<std::string>& command) {
  return run_apart([&] {
    DatelinePeer peer({.paths = options.paths,
                       .jobs = variant.threads,
                       .entities = variant.has_entities,
                       .should_stop = options.should_stop});
    if (command.front() == "index") {
      return measure_peer_index(peer, command[1], place.index());
    }
    return command.front() == "query"
               ? measure_peer_queries(peer, place.index(), command[2], options.warm_up)
               : rank_peer_topics(peer, place.index(), command[2], place.run());
  });
}

/// Gives a command to the driver of a peer, or to Dateline here.
Json run_peer(const PeersBenchOptions& options, const Peer& peer, const Place& place,
              std::vector<std::string> command) {
  if (options.should_stop()) {
    throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
  }
  if (peer.driver.empty()) {
    return Json::parse(run_dateline(options, peer, place, command));
  }
  if (peer.takes_threads) {
    command.insert(command.begin(), std::to_string(peer.threads));
  }
  command.insert(command.begin(), driver_of(peer).string());
  return Json::parse(run_peer_process(command, place.folder, options.should_stop));
}

/// Lucene's driver does not say how large its index is: Java cannot ask for blocks of the disk.
PeerRun to_run(const Json& index, const Place& place) {
  PeerRun run;
  run.seconds = index.at("seconds");
  run.cpu_seconds = index.at("cpu_seconds");
  run.peak_bytes = index.at("peak_bytes");
  run.index_bytes = index.contains("index_bytes") ? index["index_bytes"].get<std::uint64_t>()
                                                  : disk_bytes(place.index());
  run.compacted_bytes = index.at("compacted_bytes");
  return run;
}

void take_answers(const Json& answers, PeerResult& result, PeerRun& run) {
  for (const auto& [question, answer] : answers.at("questions").items()) {
    run.latencies[question] = answer.at("latencies_ms").get<std::vector<double>>();
    result.hits[question] = answer.at("hits");
    result.facet_counts =
        std::max(result.facet_counts, answer.at("facet_counts").get<std::size_t>());
  }
  result.counts = answers.at("counts").get<std::vector<std::size_t>>();
}

/// The ranking of every topic, under its own name again.
RetrievalRun read_ranking(const std::filesystem::path& file, const std::vector<Topic>& topics) {
  std::ifstream stream(file, std::ios::binary);
  RetrievalRun numbered = read_run(stream, file.string()).run;
  RetrievalRun named{.name = numbered.name, .tag = numbered.tag, .topics = {}};
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const auto found = numbered.topics.find(std::to_string(i));
    if (found != numbered.topics.end()) {
      named.topics[topics[i].id] = std::move(found->second);
    }
  }
  return named;
}

void measure_ranking(const PeersBenchOptions& options, const Material& material, const Place& place,
                     PeerResult& result) {
  run_peer(options, *result.peer, place,
           {"rank", place.index().string(), material.topics.string(), place.run().string()});
  std::vector<Measure> measures;
  measures.reserve(quality_measures.size());
  for (const char* name : quality_measures) {
    measures.push_back(parse_measures(name).value().front());
  }
  const RetrievalRun run = read_ranking(place.run(), options.topics);
  const RunEvaluation evaluation = evaluate(run, options.qrels, measures, {});
  for (std::size_t i = 0; i < measures.size(); ++i) {
    result.quality[quality_measures.at(i)] = evaluation.summary.at(i);
  }
}

void measure_peer(const PeersBenchOptions& options, const Material& material, const Place& place,
                  PeerResult& result) {
  const Json index = run_peer(options, *result.peer, place,
                              {"index", material.articles.string(), place.index().string()});
  result.version = index.at("version");
  result.settings = index.at("settings");
  PeerRun run = to_run(index, place);
  if (result.peer->is_asked) {
    take_answers(run_peer(options, *result.peer, place,
                          {"query", place.index().string(), material.queries.string(),
                           std::to_string(options.warm_up)}),
                 result, run);
    if (!options.topics.empty() && result.quality.empty()) {
      measure_ranking(options, material, place, result);
    }
  }
  result.runs.push_back(std::move(run));
}

void make_folder(const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  // A server that does not run as root must find its way into its folder.
  std::filesystem::permissions(folder, std::filesystem::perms::others_exec,
                               std::filesystem::perm_options::add);
}

/// Makes room for the next; a peer whose files stay would find them in its next run.
void remove_folder(const std::filesystem::path& folder, PeerResult& result) {
  std::error_code failure;
  std::filesystem::remove_all(folder, failure);
  if (failure && result.skipped.empty()) {
    result.skipped = "its folder could not be emptied: " + failure.message();
  }
}

/// What goes wrong with one peer is told, and harms no other.
void try_peer(const PeersBenchOptions& options, const Material& material,
              const std::filesystem::path& scratch, PeerResult& result) {
  const Place place{scratch / std::string(result.peer->name)};
  try {
    make_folder(place.folder);
    measure_peer(options, material, place, result);
  } catch (const Error& error) {
    if (error.exit_code() == ExitCode::Interrupted) {
      throw;
    }
    result.skipped = error.what();
  } catch (const Json::exception& error) {
    result.skipped = std::string("its answer could not be read: ") + error.what();
  } catch (const std::exception& error) {
    result.skipped = error.what();
  }
  remove_folder(place.folder, result);
}

}  // namespace

PeersResult bench_peers(const PeersBenchOptions& options) {
  PeersResult result;
  for (const Peer* peer : options.peers) {
    PeerResult& added = result.peers.emplace_back();
    added.peer = peer;
    added.skipped = missing_because(*peer);
  }
  if (std::ranges::none_of(result.peers, &std::string::empty, &PeerResult::skipped)) {
    throw Error(result.peers.front().skipped);
  }
  const ScratchFolder scratch(options.scratch);
  const std::filesystem::path folder = std::filesystem::absolute(scratch.path());
  std::filesystem::permissions(folder, std::filesystem::perms::others_exec,
                               std::filesystem::perm_options::add);
  result.material = make_material({.paths = options.paths,
                                   .queries = options.queries,
                                   .samples = options.samples,
                                   .topics = options.topics,
                                   .should_stop = options.should_stop},
                                  folder);
  for (std::size_t run = 0; run < options.runs; ++run) {
    for (PeerResult& peer : result.peers) {
      if (peer.skipped.empty()) {
        try_peer(options, result.material, folder, peer);
      }
    }
  }
  if (std::ranges::all_of(result.peers, [](const PeerResult& peer) { return peer.runs.empty(); })) {
    throw Error(result.peers.front().skipped);
  }
  return result;
}

}  // namespace dateline

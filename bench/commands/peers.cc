// dateline-bench peers: what a user might take instead, on the same articles.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/peers/peers_record.h"
#include "common/cli/interrupt.h"

namespace dateline {

namespace {

struct PeersCommand {
  PeersBenchOptions options;
  std::vector<std::string> peers;
  std::filesystem::path topics;
  std::filesystem::path qrels;
};

std::vector<std::string> peer_names() {
  std::vector<std::string> names;
  for (const Peer& peer : all_peers()) {
    names.emplace_back(peer.name);
  }
  return names;
}

std::ifstream open_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw Error("cannot read " + path.string(), "name a file that is there");
  }
  return file;
}

/// The judged topics and their judgements, where files of both are named.
void read_judged(const PeersCommand& command, PeersBenchOptions& options) {
  if (command.topics.empty() != command.qrels.empty()) {
    throw Error("ranking is measured with topics and judgements",
                "name both, with --topics FILE and --qrels FILE");
  }
  if (command.topics.empty()) {
    return;
  }
  std::ifstream topics = open_file(command.topics);
  const std::string bytes{std::istreambuf_iterator<char>(topics), {}};
  std::ifstream qrels = open_file(command.qrels);
  options.qrels = read_qrels(qrels, command.qrels.string()).qrels;
  for (Topic& topic : read_topics(bytes, command.topics.string(), {}).topics) {
    if (options.qrels.contains(topic.id)) {
      options.topics.push_back(std::move(topic));
    }
  }
  if (options.topics.empty()) {
    throw Error("no topic is judged", "topics and judgements must have the same ids");
  }
}

ExitCode run_peers(const PeersCommand& command, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("peers makes archives of its own, and takes no --archive",
                "say where it may make them with --scratch DIR");
  }
  catch_interrupts();
  PeersBenchOptions options = command.options;
  options.should_stop = [] { return interrupted(); };
  read_judged(command, options);
  for (const Peer& peer : all_peers()) {
    if (command.peers.empty() || std::ranges::count(command.peers, peer.name) > 0) {
      options.peers.push_back(&peer);
    }
  }
  return report_record(program, record_of(bench_peers(options)));
}

void add_file_options(CLI::App& app, PeersCommand& command) {
  app.add_option("--queries", command.options.queries,
                 "Ask the lines of this file; else words from the articles' own titles")
      ->type_name("FILE");
  app.add_option("--samples", command.options.samples, "Make queries from so many titles")
      ->type_name("N")
      ->check(CLI::Range(1U, 100000U));
  app.add_option("--warm-up", command.options.warm_up,
                 "Seconds to warm up for each question of each engine")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 3600.0));
  app.add_option("--topics", command.topics, "Measure how well these topics are answered")
      ->type_name("FILE");
  app.add_option("--qrels", command.qrels, "Judgements of the topics")->type_name("FILE");
  app.add_option("--scratch", command.options.scratch,
                 "Make all indexes in this folder; else in $TMPDIR or /tmp")
      ->type_name("DIR");
}

}  // namespace

void add_peers_command(Program& program) {
  const auto command = std::make_shared<PeersCommand>();
  CLI::App& app = add_command(
      program, "peers", "Measure what might be taken instead, on the same articles",
      {{"dateline-bench peers ~/articles", "All engines that are installed, in turn, three times"},
       {"dateline-bench peers --peer dateline --peer lucene --peer sqlite news.jsonl --json",
        "Three of them, as a record"},
       {"dateline-bench peers cranfield.jsonl --topics queries.tsv --qrels qrels.txt",
        "How well they rank, too"}},
      [command, &program] { return run_peers(*command, program); });
  app.add_option("PATH", command->options.paths,
                 "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
  repeatable(app.add_option("--peer", command->peers, "Only this engine; again for more"))
      ->type_name("NAME")
      ->check(one_of(peer_names()));
  app.add_option("--runs", command->options.runs, "Measure so many times")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U));
  add_file_options(app, *command);
}

}  // namespace dateline

// Clocks are read here and nowhere in the drivers, so all engines are measured alike.
#include "bench/peers/driver.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "common/error.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

/// What `stat` counts in.
constexpr std::uint64_t block_bytes = 512;

/// The deepest ranking that measures look at.
constexpr std::size_t ranked_articles = 1000;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usage_of(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return usage;
}

/// Of this process and of all that it has waited for.
double cpu_seconds() {
  double seconds = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    const rusage usage = usage_of(who);
    seconds += seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  }
  return seconds;
}

/// Of the process among them that had most.
std::uint64_t peak_bytes() {
  const long kilobytes =
      std::max(usage_of(RUSAGE_SELF).ru_maxrss, usage_of(RUSAGE_CHILDREN).ru_maxrss);
  return static_cast<std::uint64_t>(kilobytes) * 1024;
}

bool is_asked(Question question, const PeerQuery& query) {
  return question != Question::Phrase || !query.phrase.empty();
}

void ask_all(PeerDriver& driver, Question question, const std::vector<PeerQuery>& queries) {
  for (const PeerQuery& query : queries) {
    if (is_asked(question, query)) {
      driver.ask(question, query);
    }
  }
}

Json measure_question(PeerDriver& driver, Question question, const std::vector<PeerQuery>& queries,
                      double warm_up) {
  const Clock::time_point begin = Clock::now();
  do {
    ask_all(driver, question, queries);
  } while (seconds_since(begin) < warm_up);
  std::vector<double> latencies;
  PeerAnswer sum;
  for (const PeerQuery& query : queries) {
    if (is_asked(question, query)) {
      const Clock::time_point start = Clock::now();
      const PeerAnswer answer = driver.ask(question, query);
      latencies.push_back(seconds_since(start) * 1000);
      sum.hits += answer.hits;
      sum.facet_counts += answer.facet_counts;
    }
  }
  return {{"latencies_ms", latencies}, {"hits", sum.hits}, {"facet_counts", sum.facet_counts}};
}

Json describe(const PeerDriver& driver) {
  return {{"version", driver.version()}, {"settings", driver.settings()}};
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string run_command(PeerDriver& driver, const std::vector<std::string>& arguments) {
  if (arguments.size() == 3 && arguments[0] == "index") {
    return measure_peer_index(driver, arguments[1], arguments[2]);
  }
  if (arguments.size() == 4 && arguments[0] == "query") {
    return measure_peer_queries(driver, arguments[1], arguments[2], std::stod(arguments[3]));
  }
  if (arguments.size() == 4 && arguments[0] == "rank") {
    return rank_peer_topics(driver, arguments[1], arguments[2], arguments[3]);
  }
  throw Error(
      "usage: index ARTICLES FOLDER | query FOLDER QUERIES SECONDS | rank FOLDER TOPICS RUN");
}

}  // namespace

std::string_view to_string(Question question) {
  constexpr std::array<std::string_view, all_questions.size()> names = {"or", "and", "phrase",
                                                                        "facet", "snippets"};
  return names.at(static_cast<std::size_t>(question));
}

void PeerDriver::prepare(const std::filesystem::path& /*articles*/,
                         const std::filesystem::path& /*folder*/) {}

void PeerDriver::finish() {}

std::uint64_t PeerDriver::index_bytes(const std::filesystem::path& folder) {
  return disk_bytes(folder);
}

std::uint64_t PeerDriver::compacted_bytes(const std::filesystem::path& /*folder*/) {
  return 0;
}

bool PeerDriver::can_answer(Question /*question*/) const {
  return true;
}

std::uint64_t disk_bytes(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    struct stat status {};
    if (::lstat(entry.path().c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
      bytes += static_cast<std::uint64_t>(status.st_blocks) * block_bytes;
    }
  }
  return bytes;
}

std::string measure_peer_index(PeerDriver& driver, const std::filesystem::path& articles,
                               const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  driver.prepare(articles, folder);
  const double cpu_before = cpu_seconds();
  const Clock::time_point start = Clock::now();
  driver.index(articles, folder);
  const double seconds = seconds_since(start);
  const std::uint64_t bytes = driver.index_bytes(folder);
  driver.finish();
  Json json = describe(driver);
  json["seconds"] = seconds;
  json["cpu_seconds"] = cpu_seconds() - cpu_before;
  json["peak_bytes"] = peak_bytes();
  json["index_bytes"] = bytes;
  json["compacted_bytes"] = driver.compacted_bytes(folder);
  return to_line(json);
}

std::string measure_peer_queries(PeerDriver& driver, const std::filesystem::path& folder,
                                 const std::filesystem::path& queries, double warm_up) {
  const std::vector<PeerQuery> asked = read_peer_queries(queries);
  driver.open(folder);
  Json json = describe(driver);
  json["questions"] = Json::object();
  for (const Question question : all_questions) {
    if (driver.can_answer(question)) {
      json["questions"][std::string(to_string(question))] =
          measure_question(driver, question, asked, warm_up);
    }
  }
  json["counts"] = Json::array();
  for (const PeerQuery& query : asked) {
    json["counts"].push_back(driver.count(query.words));
  }
  driver.finish();
  return to_line(json);
}

std::string rank_peer_topics(PeerDriver& driver, const std::filesystem::path& folder,
                             const std::filesystem::path& topics,
                             const std::filesystem::path& run) {
  driver.open(folder);
  std::ofstream out(run, std::ios::binary);
  for (const PeerQuery& topic : read_peer_queries(topics)) {
    std::size_t rank = 0;
    for (const std::string& id : driver.rank(topic.words, ranked_articles)) {
      ++rank;
      // Ties are the engine's own to settle, so the rank is handed on as the score.
      out << topic.id << " Q0 " << id << ' ' << rank << " -" << rank << " peer\n";
    }
  }
  driver.finish();
  if (!out.flush()) {
    throw Error("cannot write " + run.string());
  }
  return to_line(describe(driver));
}

int run_driver(PeerDriver& driver, int argc, char** argv) {
  try {
    std::cout << run_command(driver, {argv + 1, argv + std::max(argc, 1)}) << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}

}  // namespace dateline

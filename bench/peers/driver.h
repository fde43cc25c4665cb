// What an engine is asked to do, and the program around it that measures it doing so. Each engine
// has a program of its own, so that its memory and its CPU time are its own.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/peers/exchange.h"

namespace dateline {

/// Each but the first differs from it by one thing.
enum class Question {
  Or,        ///< the ten best articles with any of the words: their ids and titles
  And,       ///< the ten best with all of them
  Phrase,    ///< the ten best with two words side by side
  Facet,     ///< Or, and the ten most frequent people of all that match, with exact counts
  Snippets,  ///< Or, and a passage of each of the ten, the words in it marked
};

inline constexpr std::array all_questions = {Question::Or, Question::And, Question::Phrase,
                                             Question::Facet, Question::Snippets};

/// "or", "and", "phrase", "facet", "snippets".
std::string_view to_string(Question question);

inline constexpr std::size_t hits_shown = 10;

/// What came of a question, as far as it can be compared.
struct PeerAnswer {
  std::size_t hits = 0;          ///< articles shown, at most ten
  std::size_t facet_counts = 0;  ///< sum of the counts shown
};

/// An engine. What goes wrong is thrown as something that has `what()`.
class PeerDriver {
 public:
  PeerDriver() = default;
  virtual ~PeerDriver() = default;
  PeerDriver(const PeerDriver&) = delete;
  PeerDriver& operator=(const PeerDriver&) = delete;

  virtual std::string version() const = 0;
  virtual std::string settings() const = 0;  ///< a sentence: what of it is not left as it comes

  /// Makes ready what a user would have ready: a server that runs, the articles in the form the
  /// engine reads. Not measured.
  virtual void prepare(const std::filesystem::path& articles, const std::filesystem::path& folder);

  /// Makes an index in a folder that is empty but for what `prepare` made, until it is committed,
  /// closed and synced as the engine does by default.
  virtual void index(const std::filesystem::path& articles,
                     const std::filesystem::path& folder) = 0;

  /// Ends what `prepare` or `open` started. CPU time until here counts, wall time does not.
  virtual void finish();

  /// By default what all files in the folder take up on the disk.
  virtual std::uint64_t index_bytes(const std::filesystem::path& folder);

  /// Of a copy that the engine has made small; 0 where there is no such way. Not measured.
  virtual std::uint64_t compacted_bytes(const std::filesystem::path& folder);

  virtual bool can_answer(Question question) const;

  virtual void open(const std::filesystem::path& folder) = 0;
  virtual PeerAnswer ask(Question question, const PeerQuery& query) = 0;

  /// Articles with any of the words, exactly.
  virtual std::size_t count(const std::string& words) = 0;

  /// The ids of the best articles with any of the words, best first.
  virtual std::vector<std::string> rank(const std::string& words, std::size_t limit) = 0;
};

/// What the files in a folder and below take up on the disk: Groonga's are full of holes.
std::uint64_t disk_bytes(const std::filesystem::path& folder);

/// Lets an engine index, and returns as JSON what it cost.
std::string measure_peer_index(PeerDriver& driver, const std::filesystem::path& articles,
                               const std::filesystem::path& folder);

/// Asks every question, each query once and again until `warm_up` seconds have passed, then once
/// more, and returns the latencies of the last time as JSON. On one thread.
std::string measure_peer_queries(PeerDriver& driver, const std::filesystem::path& folder,
                                 const std::filesystem::path& queries, double warm_up);

/// Writes what the engine finds for every topic, as TREC writes a run. Returns JSON.
std::string rank_peer_topics(PeerDriver& driver, const std::filesystem::path& folder,
                             const std::filesystem::path& topics, const std::filesystem::path& run);

/// The main function of a driver: `index ARTICLES FOLDER`, `query FOLDER QUERIES SECONDS` or
/// `rank FOLDER TOPICS RUN`. Prints a line of JSON, or a message to standard error.
int run_driver(PeerDriver& driver, int argc, char** argv);

}  // namespace dateline

// The way of many queries: topics in, their answers out in the same order, on several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/layout.h"
#include "searcher/evaluate/earlier_run.h"
#include "searcher/evaluate/topics.h"
#include "searcher/match/request.h"

namespace dateline {

/// What is written of an answer.
enum class BatchFormat {
  Trec,       ///< a line for each hit
  JsonLines,  ///< an object for each topic
  Csv,        ///< a row for each topic
};

struct BatchOptions {
  SearchRequest request;  ///< what is asked with every topic, but for its text
  BatchFormat format = BatchFormat::Trec;
  std::string tag;                    ///< of the run
  unsigned jobs = 0;                  ///< threads; 0: one for each core
  std::optional<EarlierRun> since{};  ///< only hits that it did not have are told
};

/// How the batch and its caller meet; called on the caller's thread.
struct BatchHooks {
  std::function<bool()> should_stop;
  /// What is written of the answer to the next topic.
  std::function<void(std::string_view bytes)> on_answer;
  std::function<void(std::size_t answered)> on_progress;
  /// What was odd about a topic and is not told in the output.
  std::function<void(const Topic& topic, std::string_view message)> on_notice;
};

/// What stands above all answers.
std::string batch_header(const BatchOptions& options, bool of_several);

/// Gives what the archives answer to each topic, in order, the same bytes with any number of
/// threads. Holds a few answers at a time. Returns how many topics were answered: all, unless it
/// was to stop. Throws Error as `search` does.
std::size_t run_batch(const std::vector<NamedArchive>& archives, std::span<const Topic> topics,
                      const BatchOptions& options, const BatchHooks& hooks);

}  // namespace dateline

// Each thread opens the archives for itself, asks them one topic after the other and turns answers
// into bytes; the caller's thread writes these in order, and lends a hand meanwhile.
#include "searcher/batch.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <thread>
#include <utility>

#include "common/ordered_work.h"
#include "searcher/match/archive_reader.h"
#include "searcher/render/renderer.h"
#include "searcher/topic_answer.h"

namespace dateline {

namespace {

/// A topic on its way.
struct TopicWork {
  const Topic* topic = nullptr;
  TopicAnswer answer;
};

class Batch {
 public:
  Batch(const std::vector<NamedArchive>& archives, const BatchOptions& options)
      : archives_(archives),
        options_(options),
        threads_(options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency())
                                   : options.jobs),
        readers_(threads_),
        work_(threads_, [this](TopicWork& work, unsigned worker) { answer(work, worker); }) {
    // The first is opened at once: an archive that cannot be read is told before any answer.
    readers_.front() = std::make_unique<ArchiveReader>(archives_);
  }

  std::size_t run(std::span<const Topic> topics, const BatchHooks& hooks) {
    constexpr std::size_t most_waiting = 8;  // for each thread
    std::size_t answered = 0;
    const auto take_all_but = [&](std::size_t left) {
      while (work_.size() > left && !hooks.should_stop()) {
        const TopicWork done = work_.take();
        hooks.on_answer(done.answer.bytes);
        for (const std::string& notice : done.answer.notices) {
          hooks.on_notice(*done.topic, notice);
        }
        hooks.on_progress(++answered);
      }
    };
    for (const Topic& topic : topics) {
      if (hooks.should_stop()) {
        return answered;
      }
      work_.put({&topic, {}});
      take_all_but(most_waiting * threads_);
    }
    take_all_but(0);
    return answered;
  }

 private:
  void answer(TopicWork& work, unsigned worker) {
    std::unique_ptr<ArchiveReader>& reader = readers_[worker];
    if (!reader) {
      reader = std::make_unique<ArchiveReader>(archives_);
    }
    work.answer = answer_topic(*reader, *work.topic, options_);
  }

  const std::vector<NamedArchive>& archives_;
  const BatchOptions& options_;
  unsigned threads_;
  std::vector<std::unique_ptr<ArchiveReader>> readers_;  // each of one thread
  OrderedWork<TopicWork> work_;                          // last: it ends before what it uses
};

}  // namespace

std::string batch_header(const BatchOptions& options, bool of_several) {
  std::ostringstream bytes;
  if (options.format == BatchFormat::Csv) {
    render_topic_header(bytes, {.facets = options.request.facets,
                                .has_new_hits = options.since.has_value(),
                                .of_several = of_several});
  }
  return std::move(bytes).str();
}

std::size_t run_batch(const std::vector<NamedArchive>& archives, std::span<const Topic> topics,
                      const BatchOptions& options, const BatchHooks& hooks) {
  return Batch(archives, options).run(topics, hooks);
}

}  // namespace dateline

// Articles pass one by one, as in an update, and the CPU clock of the thread is read between the
// steps.
#include "bench/entities_bench.h"

#include <ctime>
#include <optional>
#include <utility>
#include <variant>

#include "bench/support/repeat.h"
#include "common/error.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/analyze/mentions.h"
#include "indexer/read/file_walk.h"

namespace dateline {

namespace {

/// The time this thread has spent on a core.
double thread_cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The seconds since it was asked last.
class LapClock {
 public:
  double lap() {
    const double now = thread_cpu_seconds();
    return now - std::exchange(last_, now);
  }

 private:
  double last_ = thread_cpu_seconds();
};

void measure_article(RawArticle raw, const EntityTagger& tagger, LapClock& clock,
                     EntitiesRun& run) {
  Article article = mend_article(std::move(raw));
  ++run.articles;
  run.text_bytes += article.title.size() + article.text.size();
  complete_article(article, "en");
  run.read_cpu_seconds += clock.lap();
  const MentionText text = text_of_mentions(article);
  const std::vector<Mention> names = find_names(text, article, tagger).mentions;
  run.tag_cpu_seconds += clock.lap();
  run.mentions += names.size() + find_dates(text, article, names).size();
  run.date_cpu_seconds += clock.lap();
}

EntitiesRun measure_run(const std::vector<FoundFile>& files, const EntityTagger& tagger,
                        const EntitiesBenchOptions& options) {
  EntitiesRun run;
  LapClock clock;
  for (const FoundFile& file : files) {
    const auto reader = open_reader(file.file, file.format);
    while (std::optional<ReadResult> result = reader->next()) {
      if (options.should_stop()) {
        throw Error("interrupted before the figures were complete", {}, ExitCode::Interrupted);
      }
      if (std::holds_alternative<ReadProblem>(*result)) {
        ++run.problems;
      } else {
        measure_article(std::move(std::get<RawArticle>(*result)), tagger, clock, run);
      }
    }
  }
  run.read_cpu_seconds += clock.lap();
  return run;
}

}  // namespace

std::vector<EntitiesRun> bench_entities(const EntitiesBenchOptions& options) {
  const FoundFiles found = find_files(options.paths, std::nullopt);
  if (found.missing_path) {
    throw Error(found.problems.front().source + ": " + found.problems.front().message);
  }
  const EntityTagger tagger;
  std::vector<EntitiesRun> runs = repeat({.warm_up = 1, .runs = options.runs},
                                         [&] { return measure_run(found.files, tagger, options); });
  if (runs.front().text_bytes == 0) {
    throw Error("there are no articles to read", "name files or folders of articles");
  }
  return runs;
}

}  // namespace dateline

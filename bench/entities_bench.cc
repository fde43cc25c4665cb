// Articles pass one by one, as in an update, and the CPU clock of the thread is read between the
// steps.
#include "bench/entities_bench.h"

#include <algorithm>
#include <iomanip>
#include <optional>
#include <sstream>
#include <utility>
#include <variant>

#include "bench/support/repeat.h"
#include "common/cpu_clock.h"
#include "common/error.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/analyze/mentions.h"
#include "indexer/read/file_walk.h"

namespace dateline {

namespace {

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

double megabytes_of_text(const EntitiesRun& run) {
  return std::max(static_cast<double>(run.text_bytes), 1.0) / 1e6;
}

Figure step_figure(std::span<const EntitiesRun> runs, const std::string& key,
                   const std::string& label, double EntitiesRun::*seconds) {
  return figure_of({key, label, 1}, runs, [seconds](const EntitiesRun& run) {
    return run.*seconds * 1000 / megabytes_of_text(run);
  });
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

Record record_of(std::span<const EntitiesRun> runs) {
  const EntitiesRun& run = runs.front();
  std::ostringstream about;
  about << run.articles << " articles, " << std::fixed << std::setprecision(1)
        << megabytes_of_text(run) << " MB of text, " << run.mentions << " mentions, "
        << run.problems << " problems; " << runs.size() << " runs";
  RecordRow row{.name = "1 thread", .what = {}, .figures = {}};
  row.figures = {
      figure_of({"cpu_ms_per_megabyte", "CPU ms/MB", 1}, runs,
                [](const EntitiesRun& of) {
                  return (of.read_cpu_seconds + of.tag_cpu_seconds + of.date_cpu_seconds) * 1000 /
                         megabytes_of_text(of);
                }),
      step_figure(runs, "read_cpu_ms_per_megabyte", "  reading", &EntitiesRun::read_cpu_seconds),
      step_figure(runs, "tag_cpu_ms_per_megabyte", "  names", &EntitiesRun::tag_cpu_seconds),
      step_figure(runs, "date_cpu_ms_per_megabyte", "  dates", &EntitiesRun::date_cpu_seconds)};
  Record record{.bench = "entities", .about = about.str(), .rows = {std::move(row)}};
  record.details = {{"articles", run.articles},
                    {"problems", run.problems},
                    {"mentions", run.mentions},
                    {"text_bytes", run.text_bytes}};
  return record;
}

}  // namespace dateline

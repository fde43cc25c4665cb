// Articles are read and compared with the archive one by one, in the order of their sources; those
// that are new or changed wait until there are enough of them, are analyzed on all threads, and
// written and committed in the order they came. So the archive is the same whatever the number of
// threads, and an interrupted run loses one batch at most.
#include "indexer/pipeline.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include "indexer/entities/entity_tagger.h"
#include "indexer/read/file_walk.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t max_batch_articles = 500;
constexpr std::size_t max_batch_bytes = std::size_t{4} << 20;
constexpr auto max_batch_age = std::chrono::seconds(2);

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One run of `update`.
class UpdateRun {
 public:
  UpdateRun(const ArchiveLayout& layout, const UpdateOptions& options, const RunHooks& hooks)
      : archive_folder_(layout.folder),
        options_(options),
        hooks_(hooks),
        writer_(layout, options.analysis.entities ? EntityTagger::model_name() : "none",
                options.mode),
        threads_(
            tbb::global_control::max_allowed_parallelism,
            options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs),
        analyzers_([this] { return ArticleAnalyzer(options_.analysis, tagger_); }) {}

  IndexReport run() {
    FoundFiles found = find_files(options_.paths, options_.format, archive_folder_);
    report_.problems = std::move(found.problems);
    report_.missing_path = found.missing_path;
    report_.other_files = found.other_files;
    for (const FoundFile& file : found.files) {
      writer_.expect_file(file.file.path);
      total_bytes_ += bytes_of(file);
    }
    for (const FoundFile& file : found.files) {
      if (report_.interrupted) {
        break;
      }
      read_file(file);
    }
    write_batch();
    if (options_.prune && !report_.interrupted) {
      report_.removed = writer_.prune(found.roots);
    }
    writer_.finish();
    report_.seconds = seconds_since(start_);
    return std::move(report_);
  }

 private:
  struct Pending {
    Decision decision;
    AnalyzedArticle analyzed;  // until it is analyzed, only the article as it was read
  };

  static std::uint64_t bytes_of(const FoundFile& file) {
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(file.file.path, failure);
    return failure ? 0 : bytes;
  }

  void read_file(const FoundFile& file) {
    const std::unique_ptr<ArticleReader> reader = open_reader(file.file, file.format);
    bool is_whole = true;
    while (std::optional<ReadResult> result = reader->next()) {
      if (hooks_.should_stop()) {
        break;
      }
      if (auto* const problem = std::get_if<ReadProblem>(&*result)) {
        report_.problems.push_back(std::move(*problem));
        is_whole = false;
      } else {
        take_article(mend_article(std::move(std::get<RawArticle>(*result))), *reader);
      }
      tell_progress(reader->bytes_read());
    }
    // A wait for input that was interrupted looks like its end.
    if (hooks_.should_stop()) {
      report_.interrupted = true;
      return;
    }
    if (is_whole) {
      writer_.finish_file(file.file.path);
    }
    done_bytes_ += bytes_of(file);
  }

  void take_article(Article article, const ArticleReader& reader) {
    ++articles_;
    report_.text_bytes += article.title.size() + article.text.size();
    if (article.language.empty()) {
      article.language = options_.analysis.language;
    }
    Decision decision = writer_.decide(article);
    if (!decision.conflict.empty()) {
      report_.problems.push_back({reader.place(), decision.conflict});
    }
    switch (decision.kind) {
      case Decision::Kind::Refuse: return;
      case Decision::Kind::Unchanged: ++report_.unchanged; return;
      case Decision::Kind::Update: ++report_.updated; break;
      case Decision::Kind::Add: ++report_.added; break;
    }
    batch_bytes_ += article.text.size();
    Pending& pending = batch_.emplace_back();
    pending.decision = std::move(decision);
    pending.analyzed.article = std::move(article);
    if (batch_.size() >= max_batch_articles || batch_bytes_ >= max_batch_bytes ||
        Clock::now() - last_commit_ >= max_batch_age) {
      write_batch();
    }
  }

  void write_batch() {
    if (options_.mode == WriteMode::Write) {
      tbb::parallel_for(std::size_t{0}, batch_.size(), [this](std::size_t i) {
        AnalyzedArticle& analyzed = batch_[i].analyzed;
        analyzed = analyzers_.local().analyze(std::move(analyzed.article));
      });
      for (const Pending& pending : batch_) {
        writer_.write(pending.decision, pending.analyzed);
      }
      writer_.commit();
    }
    batch_.clear();
    batch_bytes_ = 0;
    last_commit_ = Clock::now();
  }

  void tell_progress(std::uint64_t bytes_of_this_file) {
    const auto done = static_cast<double>(done_bytes_ + bytes_of_this_file);
    hooks_.on_progress(
        {.articles = articles_,
         .text_bytes = report_.text_bytes,
         .fraction = total_bytes_ == 0 ? 0 : done / static_cast<double>(total_bytes_),
         .seconds = seconds_since(start_)});
  }

  std::filesystem::path archive_folder_;
  const UpdateOptions& options_;
  const RunHooks& hooks_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_commit_ = start_;
  ArchiveWriter writer_;
  EntityTagger tagger_;
  tbb::global_control threads_;
  tbb::enumerable_thread_specific<ArticleAnalyzer> analyzers_;
  IndexReport report_;
  std::vector<Pending> batch_;
  std::size_t batch_bytes_ = 0;
  std::size_t articles_ = 0;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t done_bytes_ = 0;
};

}  // namespace

IndexReport update_archive(const ArchiveLayout& layout, const UpdateOptions& options,
                           const RunHooks& hooks) {
  return UpdateRun(layout, options, hooks).run();
}

}  // namespace dateline

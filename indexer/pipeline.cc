// Articles are read and compared with the archive one by one, in the order of their sources; those
// that are new or changed go on in batches, are analyzed on all threads, and come out in the order
// they went in, to be written. So the archive is the same whatever the number of threads.
#include "indexer/pipeline.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "common/cpu_clock.h"
#include "common/error.h"
#include "common/ordered_work.h"
#include "indexer/bulk/batch_encoder.h"
#include "indexer/entities/entity_tagger.h"
#include "indexer/read/file_walk.h"
#include "indexer/write/stored_articles.h"

namespace dateline {

namespace {

using Clock = std::chrono::steady_clock;

// Of what is written one by one, for it is committed batch by batch.
constexpr std::size_t max_direct_articles = 500;
constexpr auto max_direct_age = std::chrono::seconds(2);

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

unsigned thread_count(unsigned jobs) {
  return jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
}

/// How much text makes a batch: enough that its run of postings is worth merging, and little enough
/// that several are at work, and that a small import is shared by all threads.
std::size_t batch_bytes_for(std::uint64_t total_bytes, unsigned threads, std::size_t memory_bytes) {
  constexpr std::size_t least = std::size_t{256} << 10;
  const std::size_t most = std::clamp(memory_bytes / 192, least, std::size_t{4} << 20);
  return std::clamp<std::size_t>(total_bytes / (std::size_t{8} * threads), least, most);
}

/// What is left for gathered postings when the program, its model and the batches at work have
/// their part.
std::size_t gathering_bytes(std::size_t memory_bytes) {
  constexpr std::size_t fixed = std::size_t{160} << 20;
  constexpr std::size_t least = std::size_t{16} << 20;
  return memory_bytes > fixed + least ? memory_bytes - fixed : least;
}

/// Articles that are analyzed together.
struct Batch {
  struct Incoming {
    Decision decision;
    Article article;
    bool is_complete = false;  // it was stored: headline and publication are known
  };

  std::vector<Incoming> articles;
  bool is_bulk = false;
  PreparedBatch prepared;
  StageTimes cpu;
};

/// What one thread works with.
class Worker {
 public:
  Worker(const AnalysisOptions& options, const EntityTagger& tagger) : analyzer_(options, tagger) {}

  /// The middle of the way: articles become what will be written.
  void prepare(Batch& batch) {
    LapClock clock;
    for (Batch::Incoming& incoming : batch.articles) {
      AnalyzedArticle analyzed = incoming.is_complete
                                     ? analyzer_.derive(std::move(incoming.article))
                                     : analyzer_.analyze(std::move(incoming.article));
      batch.cpu.analyze += clock.lap();
      PreparedArticle prepared{std::move(incoming.decision), {}};
      prepared.record = to_record(std::move(analyzed), prepared.decision.digest);
      if (batch.is_bulk) {
        ArticleRecord& record = prepared.record;
        encoder_.add(prepared.decision.new_document, record.terms, std::move(record.data),
                     std::move(record.values));
        analyzer_.take_back(std::exchange(record.terms, {}));
      }
      batch.prepared.articles.push_back(std::move(prepared));
      batch.cpu.encode += clock.lap();
    }
    batch.articles.clear();
    if (batch.is_bulk) {
      batch.prepared.encoded = encoder_.finish();
    }
    batch.cpu.encode += clock.lap();
  }

 private:
  ArticleAnalyzer analyzer_;
  BatchEncoder encoder_;
};

/// One run of `update`.
class UpdateRun {
 public:
  UpdateRun(const ArchiveLayout& layout, const UpdateOptions& options, const RunHooks& hooks)
      : archive_folder_(layout.folder),
        options_(options),
        hooks_(hooks),
        model_(options.analysis.entities ? EntityTagger::model_name() : "none"),
        threads_(thread_count(options.jobs)),
        writer_(layout, {.model = model_,
                         .mode = options.mode,
                         .path = options.path,
                         .memory_bytes = gathering_bytes(options.memory_bytes),
                         .threads = threads_}),
        work_(threads_,
              [this](Batch& batch, unsigned worker) { workers_[worker]->prepare(batch); }) {
    for (unsigned i = 0; i < threads_; ++i) {
      workers_.push_back(std::make_unique<Worker>(options.analysis, tagger_));
    }
  }

  IndexReport run() {
    clock_.lap();
    if (options_.mode == WriteMode::Rederive) {
      read_stored();
    } else {
      read_files();
    }
    const double cpu_before = process_cpu_seconds();
    writer_.finish();
    report_.cpu.finish = process_cpu_seconds() - cpu_before;
    report_.seconds = seconds_since(start_);
    return std::move(report_);
  }

 private:
  void read_files() {
    FoundFiles found = find_files(options_.paths, options_.format, archive_folder_);
    report_.problems = std::move(found.problems);
    report_.missing_path = found.missing_path;
    report_.other_files = found.other_files;
    const std::vector<FoundFile> files = pass_over_untouched(std::move(found.files));
    batch_bytes_ = batch_bytes_for(total_bytes_, threads_, options_.memory_bytes);
    for (const FoundFile& file : files) {
      if (report_.interrupted) {
        break;
      }
      read_file(file, found.begun_ns);
    }
    put_batch();
    write_all();
    if (options_.mode == WriteMode::Rebuild) {
      require_whole();
    }
    if (options_.prune && !report_.interrupted) {
      report_.removed = writer_.prune(found.roots);
    }
  }

  /// What takes the place of an archive must be all that was asked for.
  void require_whole() const {
    if (report_.interrupted) {
      throw_rebuild_interrupted();
    }
    if (report_.missing_path) {
      throw Error(report_.problems.front().source + ": " + report_.problems.front().message,
                  "the archive is what it was: nothing is rebuilt without all of the PATHs");
    }
  }

  [[noreturn]] static void throw_rebuild_interrupted() {
    throw Error("interrupted; the archive is what it was",
                "run the same command again to rebuild it", ExitCode::Interrupted);
  }

  /// Reads the articles that the archive stores.
  void read_stored() {
    StoredArticles articles(writer_.database());
    batch_bytes_ = batch_bytes_for(UINT64_MAX, threads_, options_.memory_bytes);
    while (std::optional<StoredArticle> stored = articles.next()) {
      if (hooks_.should_stop()) {
        throw_rebuild_interrupted();
      }
      if (!stored->article) {
        report_.problems.push_back(
            {"document " + std::to_string(stored->document),
             "its stored text is damaged and is left out: run an update of its file"});
        continue;
      }
      ++articles_;
      ++report_.added;
      report_.text_bytes += stored->article->title.size() + stored->article->text.size();
      Decision decision;
      decision.digest = std::move(stored->digest);
      put_article({std::move(decision), std::move(*stored->article), true});
      tell_progress();
    }
    put_batch();
    write_all();
  }

  /// How a file is read: what is read in another way may become other articles.
  std::string reading_of(const FoundFile& file) const {
    const std::string_view format = file.format == InputFormat::Text ? "text" : "jsonl";
    return std::string(format) + ", " + options_.analysis.language + ", " + model_;
  }

  /// Leaves out the files that an earlier run has read and nobody has touched since.
  std::vector<FoundFile> pass_over_untouched(std::vector<FoundFile> files) {
    std::vector<FoundFile> touched;
    for (FoundFile& file : files) {
      const ReadFile* known = nullptr;
      if (file.state && !options_.verify) {
        known = writer_.find_untouched(file.file.path, reading_of(file), *file.state);
      }
      if (known != nullptr) {
        report_.unchanged += known->articles;
        report_.text_bytes += known->text_bytes;
        articles_ += known->articles;
        continue;
      }
      writer_.expect_file(file.file.path);
      total_bytes_ += file.state ? file.state->size : 0;
      touched.push_back(std::move(file));
    }
    return touched;
  }

  void read_file(const FoundFile& file, std::int64_t seen_ns) {
    const std::unique_ptr<ArticleReader> reader = open_reader(file.file, file.format);
    bool is_whole = true;
    const std::size_t problems = report_.problems.size();
    const std::size_t articles = articles_;
    const std::uint64_t text_bytes = report_.text_bytes;
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
      file_bytes_ = reader->bytes_read();
      tell_progress();
    }
    file_bytes_ = 0;
    // A wait for input that was interrupted looks like its end.
    if (hooks_.should_stop()) {
      report_.interrupted = true;
      return;
    }
    if (is_whole) {
      writer_.finish_file(file.file.path);
    }
    // A file with problems is read again, so that they are told again.
    if (file.state && report_.problems.size() == problems) {
      writer_.keep_source(file.file.path, reading_of(file),
                          {*file.state, articles_ - articles, report_.text_bytes - text_bytes},
                          seen_ns);
    }
    done_bytes_ += file.state ? file.state->size : 0;
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
    if (options_.mode != WriteMode::DryRun) {
      put_article({std::move(decision), std::move(article), false});
    }
  }

  void put_article(Batch::Incoming incoming) {
    // Where the first change is met, most of what follows is likely to be new as well.
    const std::uint64_t left_bytes =
        total_bytes_ - std::min(total_bytes_, done_bytes_ + file_bytes_);
    if (writer_.prefers_bulk(left_bytes)) {
      put_batch();
      write_all();
      writer_.begin_bulk();
    }
    if (writer_.is_bulk()) {
      writer_.number(incoming.decision);
    }
    gathered_bytes_ += incoming.article.text.size();
    batch_.is_bulk = writer_.is_bulk();
    batch_.articles.push_back(std::move(incoming));
    const bool is_due = !batch_.is_bulk && (batch_.articles.size() >= max_direct_articles ||
                                            Clock::now() - last_put_ >= max_direct_age);
    if (is_due || gathered_bytes_ >= batch_bytes_) {
      put_batch();
    }
  }

  /// Hands the articles at hand on, and writes what has come out meanwhile.
  void put_batch() {
    report_.cpu.read += clock_.lap();
    if (!batch_.articles.empty()) {
      work_.put(std::exchange(batch_, {}));
    }
    gathered_bytes_ = 0;
    last_put_ = Clock::now();
    // Enough that no thread is idle while this one reads and writes.
    const std::size_t most = threads_ == 1 ? 0 : threads_ + 1;
    while (work_.size() > most) {
      write_batch();
    }
  }

  void write_all() {
    while (work_.size() > 0) {
      write_batch();
    }
  }

  void write_batch() {
    Batch batch = work_.take();
    clock_.lap();  // this thread may have prepared a batch, which has told its own time
    report_.cpu.analyze += batch.cpu.analyze;
    report_.cpu.encode += batch.cpu.encode;
    writer_.write(std::move(batch.prepared));
    report_.cpu.write += clock_.lap();
  }

  void tell_progress() {
    const auto done = static_cast<double>(done_bytes_ + file_bytes_);
    hooks_.on_progress(
        {.articles = articles_,
         .text_bytes = report_.text_bytes,
         .fraction = total_bytes_ == 0 ? 0 : done / static_cast<double>(total_bytes_),
         .seconds = seconds_since(start_)});
  }

  std::filesystem::path archive_folder_;
  const UpdateOptions& options_;
  const RunHooks& hooks_;
  std::string model_;
  unsigned threads_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_put_ = start_;
  LapClock clock_;
  ArchiveWriter writer_;
  EntityTagger tagger_;
  std::vector<std::unique_ptr<Worker>> workers_;
  OrderedWork<Batch> work_;
  IndexReport report_;
  Batch batch_;
  std::size_t gathered_bytes_ = 0;
  std::size_t batch_bytes_ = 0;
  std::size_t articles_ = 0;
  std::uint64_t total_bytes_ = 0;
  std::uint64_t done_bytes_ = 0;  // of the files before
  std::uint64_t file_bytes_ = 0;  // read of the one at hand
};

}  // namespace

IndexReport update_archive(const ArchiveLayout& layout, const UpdateOptions& options,
                           const RunHooks& hooks) {
  return UpdateRun(layout, options, hooks).run();
}

}  // namespace dateline

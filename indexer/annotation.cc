// Articles are read one by one, annotated in batches on all threads, and written as they came.
#include "indexer/annotation.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>
#include <utility>
#include <variant>

#include "common/cli/terminal.h"
#include "common/ordered_work.h"
#include "indexer/read/file_walk.h"

namespace dateline {

namespace {

constexpr std::size_t batch_bytes = std::size_t{256} << 10;

/// Articles that are annotated together, and what comes of them.
struct Batch {
  std::vector<RawArticle> articles;
  std::string lines;
};

/// The files of all PATHs, in the order in which these were given.
std::vector<FoundFile> find_in_order(const AnnotateOptions& options, AnnotateReport& report) {
  std::vector<FoundFile> files;
  std::set<std::string> seen;
  for (const std::string& path : options.paths) {
    FoundFiles found = find_files({path}, options.format);
    std::ranges::move(found.problems, std::back_inserter(report.problems));
    report.missing_path = report.missing_path || found.missing_path;
    for (FoundFile& file : found.files) {
      if (seen.insert(file.file.path).second) {
        files.push_back(std::move(file));
      }
    }
  }
  return files;
}

/// One run of `annotate`.
class AnnotateRun {
 public:
  AnnotateRun(const AnnotateOptions& options, std::ostream& out,
              const std::function<bool()>& should_stop)
      : options_(options),
        out_(out),
        should_stop_(should_stop),
        threads_(options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency())
                                   : options.jobs),
        work_(threads_, [this](Batch& batch, unsigned /*worker*/) { annotate(batch); }) {}

  AnnotateReport run() {
    for (const FoundFile& file : find_in_order(options_, report_)) {
      const std::unique_ptr<ArticleReader> reader = open_reader(file.file, file.format);
      while (std::optional<ReadResult> result = reader->next()) {
        if (should_stop_()) {
          break;
        }
        take(std::move(*result));
      }
      if (should_stop_()) {
        report_.interrupted = true;
        return std::move(report_);
      }
    }
    put_batch();
    write_all_but(0);
    return std::move(report_);
  }

 private:
  void take(ReadResult result) {
    if (auto* const problem = std::get_if<ReadProblem>(&result)) {
      report_.problems.push_back(std::move(*problem));
      return;
    }
    gathered_bytes_ += std::get<RawArticle>(result).text.size();
    batch_.articles.push_back(std::move(std::get<RawArticle>(result)));
    if (gathered_bytes_ >= batch_bytes) {
      put_batch();
    }
  }

  void annotate(Batch& batch) const {
    for (RawArticle& article : batch.articles) {
      batch.lines += to_json_line(
          annotate_article(unmended_article(std::move(article)), options_.analysis, tagger_));
    }
    batch.articles.clear();
  }

  void put_batch() {
    work_.put(std::exchange(batch_, {}));
    gathered_bytes_ = 0;
    write_all_but(threads_ == 1 ? 0 : threads_ + 1);
  }

  void write_all_but(std::size_t waiting) {
    while (work_.size() > waiting) {
      out_ << work_.take().lines;
    }
  }

  const AnnotateOptions& options_;
  std::ostream& out_;
  const std::function<bool()>& should_stop_;
  EntityTagger tagger_;
  unsigned threads_;
  OrderedWork<Batch> work_;
  AnnotateReport report_;
  Batch batch_;
  std::size_t gathered_bytes_ = 0;
};

}  // namespace

std::string to_json_line(const AnnotatedArticle& annotated) {
  using Json = nlohmann::ordered_json;
  Json mentions = Json::array();
  for (const Annotation& mention : annotated.mentions) {
    mentions.push_back({{"type", mention.type},
                        {"text", mention.text},
                        {"start", mention.begin},
                        {"end", mention.end},
                        {"entity", mention.entity}});
  }
  const Json json = {
      {"id", annotated.id}, {"text", annotated.text}, {"mentions", std::move(mentions)}};
  return escape_json_controls(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

AnnotateReport annotate_files(const AnnotateOptions& options, std::ostream& out,
                              const std::function<bool()>& should_stop) {
  return AnnotateRun(options, out, should_stop).run();
}

}  // namespace dateline

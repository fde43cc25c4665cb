// Articles pass one by one, as in an update, and the CPU clock of the thread is read between the
// steps.
#include "bench/steps_bench.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <utility>

#include "bench/support/read_articles.h"
#include "bench/support/repeat.h"
#include "common/cpu_clock.h"
#include "common/text/stemmer.h"
#include "common/text/tokenizer.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/analyze/mentions.h"

namespace dateline {

namespace {

constexpr double megabyte = 1e6;

/// Takes articles through the steps that are asked for. What it has learnt of words stays from one
/// article to the next, as with a thread of an update.
class Steps {
 public:
  Steps(StepsOf what, const EntityTagger& tagger) : what_(what), tagger_(tagger) {}

  void take(RawArticle raw) {
    Article article = mend_article(std::move(raw));
    run_.text_bytes += article.title.size() + article.text.size();
    run_.cpu.read += clock_.lap();
    complete_article(article, "en");
    run_.cpu.complete += clock_.lap();
    if (what_ == StepsOf::Terms) {
      make_terms(article);
    } else {
      find_entities(article);
    }
  }

  StepsRun end_run(const ReadCount& count) {
    run_.cpu.read += clock_.lap();
    run_.articles = count.articles;
    run_.problems = count.problems;
    return run_;
  }

 private:
  void make_terms(const Article& article) {
    analyzer_.analyze(article, terms_);
    terms_.clear();
    run_.cpu.terms += clock_.lap();
    read_words(article.text, [](std::string_view) {});
    run_.cpu.words += clock_.lap();
    words_.clear();
    read_words(article.text, [this](std::string_view word) { words_.emplace_back(word); });
    run_.words += words_.size();
    Stemmer& stemmer = stemmers_.of(article.language);
    clock_.lap();
    for (const std::string& word : words_) {
      stem_bytes_ += stemmer.stem(word).size();
    }
    run_.cpu.stems += clock_.lap();
  }

  template <typename Visit>
  void read_words(std::string_view text, Visit visit) {
    Tokenizer tokenizer(text);
    for (Token token; tokenizer.next(token);) {
      visit(token.word);
    }
  }

  void find_entities(const Article& article) {
    const MentionText text = text_of_mentions(article);
    const std::vector<Mention> names = find_names(text, article, tagger_).mentions;
    run_.cpu.names += clock_.lap();
    run_.mentions += names.size() + find_dates(text, article, names).size();
    run_.cpu.dates += clock_.lap();
  }

  StepsOf what_;
  const EntityTagger& tagger_;
  TermAnalyzer analyzer_;
  StemmerSet stemmers_;
  TermList terms_;
  std::vector<std::string> words_;
  std::size_t stem_bytes_ = 0;  // so that no stem is left out as useless
  LapClock clock_;
  StepsRun run_;
};

double megabytes_of_text(const StepsRun& run) {
  return std::max(static_cast<double>(run.text_bytes), 1.0) / megabyte;
}

template <typename Seconds>
RecordRow step_row(std::span<const StepsRun> runs, std::string name, std::string what,
                   Seconds seconds) {
  RecordRow row{.name = std::move(name), .what = std::move(what), .figures = {}};
  const auto cost = [seconds](const StepsRun& run) {
    return std::invoke(seconds, run.cpu) * 1000 / megabytes_of_text(run);
  };
  row.figures = {figure_of({"cpu_ms_per_megabyte", "CPU ms/MB", 2}, runs, cost),
                 figure_of({"megabytes_per_cpu_second", "MB/s", 1}, runs,
                           [cost](const StepsRun& run) { return 1000 / cost(run); })};
  return row;
}

std::vector<RecordRow> rows_of_terms(std::span<const StepsRun> runs) {
  return {
      step_row(runs, "all", "from files to terms",
               [](const StepTimes& cpu) { return cpu.read + cpu.complete + cpu.terms; }),
      step_row(runs, "read", "from files to mended articles", &StepTimes::read),
      step_row(runs, "complete", "headline, publication, language", &StepTimes::complete),
      step_row(runs, "terms", "words, stems, their positions and frequencies", &StepTimes::terms),
      step_row(runs, "words", "the words of the texts, alone", &StepTimes::words),
      step_row(runs, "stems", "the stems of these words, alone", &StepTimes::stems)};
}

std::vector<RecordRow> rows_of_entities(std::span<const StepsRun> runs) {
  return {step_row(
              runs, "all", "from files to names and dates",
              [](const StepTimes& cpu) { return cpu.read + cpu.complete + cpu.names + cpu.dates; }),
          step_row(runs, "read", "from files to mended articles", &StepTimes::read),
          step_row(runs, "complete", "headline, publication, language", &StepTimes::complete),
          step_row(runs, "names", "tokenising, tagging, coreference", &StepTimes::names),
          step_row(runs, "dates", "the dates that are named", &StepTimes::dates)};
}

}  // namespace

std::vector<StepsRun> bench_steps(const StepsBenchOptions& options) {
  const EntityTagger tagger;
  return repeat({.warm_up = 1, .runs = options.runs}, [&] {
    // Knows no word yet, as a thread of an update when it begins.
    Steps steps(options.what, tagger);
    const ReadCount count =
        read_articles(options.paths, options.should_stop,
                      [&steps](RawArticle article) { steps.take(std::move(article)); });
    return steps.end_run(count);
  });
}

Record record_of(StepsOf what, std::span<const StepsRun> runs) {
  const bool is_terms = what == StepsOf::Terms;
  const StepsRun& run = runs.front();
  std::ostringstream about;
  about << run.articles << " articles, " << std::fixed << std::setprecision(1)
        << megabytes_of_text(run) << " MB of text, " << (is_terms ? run.words : run.mentions)
        << (is_terms ? " words, " : " mentions, ") << run.problems << " problems; " << runs.size()
        << " runs on one thread";
  Record record{.bench = is_terms ? "analysis" : "entities",
                .about = about.str(),
                .rows = is_terms ? rows_of_terms(runs) : rows_of_entities(runs)};
  record.details = {{"articles", run.articles},
                    {"problems", run.problems},
                    {is_terms ? "words" : "mentions", is_terms ? run.words : run.mentions},
                    {"text_bytes", run.text_bytes}};
  return record;
}

}  // namespace dateline

// dateline-bench corpus: what articles look like to an indexer.
#include <memory>
#include <utility>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/growth/corpus_statistics.h"
#include "bench/support/read_articles.h"
#include "common/cli/interrupt.h"
#include "indexer/analyze/article_analyzer.h"

namespace dateline {

namespace {

ExitCode run_corpus(const std::vector<std::string>& paths, const Program& program) {
  if (!program.shared.archive.empty()) {
    throw Error("articles are read from files here, not from an --archive",
                "name the files of the articles");
  }
  catch_interrupts();
  const EntityTagger tagger;
  CorpusStatistics statistics(tagger);
  const ReadCount count = read_articles(
      paths, [] { return interrupted(); },
      [&statistics](RawArticle raw) {
        Article article = mend_article(std::move(raw));
        complete_article(article, "en");
        statistics.add(article);
      });
  return report_record(
      program, record_of_corpus(statistics.take_rows(),
                                "of the first articles, up to " + std::to_string(count.articles)));
}

}  // namespace

void add_corpus_command(Program& program) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App& app = add_command(
      program, "corpus", "Tell what articles look like to an indexer",
      {{"dateline-bench corpus ~/articles", "Lengths, vocabulary and names, and how they grow"}},
      [paths, &program] { return run_corpus(*paths, program); });
  app.add_option("PATH", *paths, "Files and folders of articles, as for dateline-index")
      ->required()
      ->type_name("PATH");
}

}  // namespace dateline

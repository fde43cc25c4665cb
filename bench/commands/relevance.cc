// dateline-bench relevance: how well rankings rank, and whether the best is more than luck.
#include <fstream>
#include <iterator>
#include <memory>

#include "bench/commands/commands.h"
#include "bench/commands/report.h"
#include "bench/relevance_bench.h"
#include "common/archive/layout.h"
#include "common/cli/interrupt.h"
#include "searcher/match/ranking_scheme.h"

namespace dateline {

namespace {

struct RelevanceCommand {
  std::filesystem::path topics;
  std::filesystem::path qrels;
  std::vector<std::string> rankings;
  std::string measure = "map";
  std::size_t folds = 5;
};

std::ifstream open_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) {
    throw Error("cannot read " + path.string(), "name a file that is there");
  }
  return file;
}

/// Every model as it is, and what is mostly tried of the parameters.
std::vector<std::string> usual_rankings() {
  std::vector<std::string> rankings = ranking_names();
  rankings.insert(rankings.end(),
                  {"ineb2:c=0.5", "ineb2:c=2", "bm25:k1=0.9,b=0.4", "bm25:k1=1.2,b=0.75",
                   "bm25:k1=2,b=0.75", "lm-dirichlet:mu=300", "lm-dirichlet:mu=3000"});
  return rankings;
}

ExitCode run_relevance(const RelevanceCommand& command, const Program& program) {
  catch_interrupts();
  const auto measures = parse_measures(command.measure);
  if (!measures || measures->size() != 1 || !has_topic_values(measures->front())) {
    throw Error("\"" + command.measure + "\" is not the name of one measure that topics have",
                "docs/evaluation.md names them all, such as map or nDCG@10");
  }
  std::ifstream topics = open_file(command.topics);
  const std::string bytes{std::istreambuf_iterator<char>(topics), {}};
  std::ifstream qrels = open_file(command.qrels);
  ArchiveReader archive(find_archive(program.shared.archive));
  const RelevanceResult result = bench_relevance(
      archive, {.topics = read_topics(bytes, command.topics.string(), {}).topics,
                .qrels = read_qrels(qrels, command.qrels.string()).qrels,
                .measure = measures->front(),
                .rankings = command.rankings.empty() ? usual_rankings() : command.rankings,
                .folds = command.folds,
                .should_stop = [] { return interrupted(); }});
  return report_record(program, record_of(command.measure, result));
}

}  // namespace

void add_relevance_command(Program& program) {
  const auto command = std::make_shared<RelevanceCommand>();
  CLI::App& app = add_command(
      program, "relevance", "Measure how well rankings rank, on topics with judgements",
      {{"dateline-bench relevance topics.tsv qrels.txt --archive ~/news",
        "All models, and the choice between them held against topics it was not made on"},
       {"dateline-bench relevance topics.tsv qrels.txt --ranking bm25 --ranking ineb2 --measure "
        "nDCG@10",
        "Two of them by another measure"}},
      [command, &program] { return run_relevance(*command, program); });
  app.add_option("TOPICS", command->topics, "A file of topics, as for dateline-search batch")
      ->required()
      ->type_name("TOPICS");
  app.add_option("QRELS", command->qrels, "Judgements, as for dateline-search eval")
      ->required()
      ->type_name("QRELS");
  app.add_option("--ranking", command->rankings,
                 "A model, with parameters or without, as for dateline-search; repeat for several; "
                 "else all models and some of their parameters")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--measure", command->measure, "What is measured (docs/evaluation.md)")
      ->type_name("NAME");
  app.add_option("--folds", command->folds, "Hold out one of so many parts of the topics in turn")
      ->type_name("N")
      ->check(CLI::Range(2U, 1000U));
}

}  // namespace dateline

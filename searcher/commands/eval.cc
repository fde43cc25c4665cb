// dateline-search eval: scores runs against judgements, and compares them.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/cli/output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/evaluate/comparison.h"
#include "searcher/evaluate/evaluation.h"
#include "searcher/render/evaluation.h"

namespace dateline {

namespace {

struct EvalCommand {
  std::string qrels;
  std::vector<std::string> runs;
  std::vector<std::string> measures;
  EvaluationRules rules;
  ComparisonRules comparison;
  std::string trec_eval = "9";
  std::string format = "text";
  bool per_topic = false;
  bool strict = false;
};

/// Adds measures that are not there yet: `-m P -m P_10` asks for P_10 once.
void add_measures(std::string_view name, std::vector<Measure>& measures) {
  std::optional<std::vector<Measure>> meant = parse_measures(name);
  if (!meant) {
    std::string known;
    for (const std::string& other : measure_names()) {
      known += (known.empty() ? "" : " ") + other;
    }
    throw Error("there is no measure \"" + std::string(name) + "\"",
                "the measures are " + known + "; docs/evaluation.md tells what they are");
  }
  for (Measure& measure : *meant) {
    const bool there = std::any_of(measures.begin(), measures.end(), [&](const Measure& other) {
      return other.name == measure.name;
    });
    if (!there) {
      measures.push_back(std::move(measure));
    }
  }
}

std::vector<Measure> measures_of(const EvalCommand& command) {
  std::vector<Measure> measures;
  for (const std::string& names : command.measures) {
    for (const std::string& name : CLI::detail::split(names, ' ')) {
      if (!name.empty()) {
        add_measures(name, measures);
      }
    }
  }
  if (measures.empty() && command.format == "trec") {
    add_measures("official", measures);
  } else if (measures.empty()) {
    for (const std::string_view name :
         {"num_ret", "num_rel", "num_rel_ret", "map", "ndcg", "ndcg_cut_10", "P_10", "recip_rank",
          "recall_100", "recall_1000", "Rprec", "bpref"}) {
      add_measures(name, measures);
    }
  }
  return measures;
}

/// Reads a file, or standard input for "-", with one of our readers. `empty` says whether it held
/// nothing of use.
template <typename Read, typename Empty>
auto read_file(const std::string& path, const std::string& what, Read read, Empty empty) {
  std::ifstream stream;
  if (path != "-") {
    stream.open(path, std::ios::binary);
    // A folder opens, but has no first character.
    if (!stream || (stream.peek() == std::ifstream::traits_type::eof() && stream.bad())) {
      throw Error("cannot read " + path, "name a file of " + what + ", or - for standard input");
    }
  }
  std::istream& in = path == "-" ? std::cin : stream;
  auto file = read(in, path);
  if (in.bad()) {
    throw Error("cannot read " + path + " to its end", "");
  }
  if (empty(file) && !file.problems.kept.empty()) {
    const FileProblem& first = file.problems.kept.front();
    throw Error(path + " holds no line of " + what + " (line " + std::to_string(first.line) + ": " +
                    first.message + ")",
                "docs/evaluation.md tells of the formats");
  }
  return file;
}

QrelsFile read_qrels_file(const std::string& path) {
  QrelsFile file = read_file(path, "judgements", read_qrels,
                             [](const QrelsFile& read) { return read.qrels.empty(); });
  if (file.qrels.empty()) {
    throw Error(path + " holds no judgements", "name a file of judgements (qrels)");
  }
  return file;
}

struct Inputs {
  Qrels qrels;
  std::vector<RetrievalRun> runs;
  bool any_problem = false;
  bool any_unread = false;
};

void read_runs(const EvalCommand& command, const Program& program, Inputs& inputs) {
  for (const std::string& path : command.runs) {
    try {
      RunFile file = read_file(path, "results", read_run,
                               [](const RunFile& read) { return read.run.topics.empty(); });
      report_problems(file.problems, program);
      inputs.any_problem = inputs.any_problem || !file.problems.kept.empty();
      inputs.runs.push_back(std::move(file.run));
    } catch (const Error& error) {
      // The other runs are scored first; one alone is an error like any other.
      if (command.runs.size() == 1) {
        throw;
      }
      std::cerr << program.info.name << ": " << make_printable(error.what()) << '\n';
      inputs.any_unread = true;
    }
  }
}

Inputs read_inputs(const EvalCommand& command, const Program& program) {
  QrelsFile qrels = read_qrels_file(command.qrels);
  report_problems(qrels.problems, program);
  Inputs inputs;
  inputs.qrels = std::move(qrels.qrels);
  inputs.any_problem = !qrels.problems.kept.empty();
  read_runs(command, program, inputs);
  if (inputs.runs.empty()) {
    throw Error("none of the runs could be read", "name files of runs");
  }
  return inputs;
}

EvaluationReport make_report(const EvalCommand& command, const Inputs& inputs,
                             std::vector<Measure> measures) {
  EvaluationReport report;
  report.qrels = command.qrels;
  report.measures = std::move(measures);
  report.rules = command.rules;
  report.rules.ranking.version =
      command.trec_eval == "10" ? TrecEvalVersion::Ten : TrecEvalVersion::Nine;
  report.comparison_rules = command.comparison;
  report.comparison_rules.common_topics_only = command.rules.common_topics_only;
  report.per_topic = command.per_topic;
  for (const RetrievalRun& run : inputs.runs) {
    report.runs.push_back(evaluate(run, inputs.qrels, report.measures, report.rules));
  }
  // Lines of trec_eval have no place for comparisons.
  if (command.format != "trec") {
    report.comparisons = compare_runs(report.runs, report.measures, report.comparison_rules);
  }
  return report;
}

void render(std::ostream& out, const EvaluationReport& report, const std::string& format,
            const TextStyle& style) {
  if (format == "trec") {
    render_evaluation_trec(out, report);
  } else if (format == "json") {
    render_evaluation_json(out, report);
  } else if (format == "csv") {
    render_evaluation_csv(out, report);
  } else {
    render_evaluation_text(out, report, style);
  }
}

ExitCode run_eval(const EvalCommand& command, const Program& program) {
  std::vector<Measure> measures = measures_of(command);
  const Inputs inputs = read_inputs(command, program);
  const EvaluationReport report = make_report(command, inputs, std::move(measures));
  if (command.format != "text" && command.format != "json" && !program.shared.quiet) {
    for (const std::string& notice : evaluation_notices(report)) {
      std::cerr << program.info.name << ": " << make_printable(notice) << '\n';
    }
  }
  Output output(program.shared.output);
  const TextStyle style{.width = terminal_width(),
                        .color = use_color(program.shared.color, output.is_terminal())};
  render(output.stream(), report, command.format, style);
  output.commit();
  if (inputs.any_unread || (command.strict && inputs.any_problem)) {
    return ExitCode::Failed;
  }
  const bool any_topic =
      std::any_of(report.runs.begin(), report.runs.end(),
                  [](const RunEvaluation& run) { return run.common_topics > 0; });
  return any_topic ? ExitCode::Success : ExitCode::NothingFound;
}

void add_ranking_options(CLI::App& app, EvalCommand& command) {
  const auto is_count = CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}, "N");
  app.add_option("-l,--level", command.rules.level, "The first grade that counts as relevant")
      ->type_name("N")
      ->check(is_count);
  app.add_flag("--common-topics", command.rules.common_topics_only,
               "Average over topics that are judged and in the run, as trec_eval does by default; "
               "else over every judged topic (trec_eval -c)");
  app.add_flag("--judged-only", command.rules.ranking.judged_only,
               "Take documents without a grade out of the rankings (trec_eval -J)");
  app.add_option("-M,--depth", command.rules.ranking.depth,
                 "Look at so many documents at the top of each ranking")
      ->type_name("N")
      ->default_str("all")
      ->check(is_count);
  app.add_option("--collection-size", command.rules.collection_size,
                 "Documents of the collection, for utility (trec_eval -N)")
      ->type_name("N")
      ->check(is_count);
  app.add_option("--trec-eval", command.trec_eval,
                 "The version of trec_eval to agree with: 9 takes scores as 32-bit floats, 10 as "
                 "doubles")
      ->type_name("VERSION")
      ->check(one_of({"9", "10"}));
}

void add_comparison_options(CLI::App& app, ComparisonRules& rules) {
  app.add_option("--confidence", rules.confidence, "Of the intervals of differences")
      ->type_name("P")
      ->check(CLI::Range(0.5, 0.9999, "P"));
  app.add_option("--samples", rules.randomisation.samples,
                 "Random assignments of a randomisation test of more than 20 topics")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{100}, std::size_t{100'000'000}, "N"));
  app.add_option("--seed", rules.randomisation.seed, "What the random assignments begin with")
      ->type_name("N");
}

}  // namespace

void add_eval_command(Program& program) {
  const auto command = std::make_shared<EvalCommand>();
  CLI::App& app = add_command(
      program, "eval", "Score runs against judgements as trec_eval does, and compare them",
      {{"dateline-search eval qrels bm25.run dph.run", "Two runs side by side, with significance"},
       {"dateline-search eval qrels my.run --format trec", "What trec_eval -c prints"},
       {"dateline-search eval qrels my.run -m AP -m nDCG@10 -m 'RBP(p=0.8)' --per-topic",
        "Other measures, and the values of each topic"},
       {"dateline-search eval qrels my.run -m all_trec -l 2 --format json", "For programs"}},
      [command, &program] { return run_eval(*command, program); });
  app.add_option("QRELS", command->qrels,
                 "Judgements: \"topic iteration document grade\", or BEIR's TSV")
      ->required()
      ->type_name("FILE");
  app.add_option("RUN", command->runs,
                 "Runs: \"topic Q0 document rank score tag\"; the first is what the others are "
                 "compared with; - reads standard input")
      ->required()
      ->type_name("FILE");
  repeatable(app.add_option("-m,--measure", command->measures,
                            "A measure by trec_eval's or ir_measures' name, or a set of them: "
                            "official, set, all_trec"))
      ->type_name("NAME");
  app.add_flag("--per-topic", command->per_topic, "Also the values of each topic (trec_eval -q)");
  add_ranking_options(app, *command);
  add_comparison_options(app, command->comparison);
  app.add_option("--format", command->format,
                 "text: for people, with comparisons; trec: trec_eval's lines; json: everything; "
                 "csv: a value a line, comparisons too")
      ->type_name("NAME")
      ->check(one_of({"text", "trec", "json", "csv"}));
  app.add_flag("--strict", command->strict, "Fail when a line of the files was broken");
}

}  // namespace dateline

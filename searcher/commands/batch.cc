// dateline-search batch: runs a file of queries.
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "common/cli/interrupt.h"
#include "common/cli/output.h"
#include "common/cli/progress_line.h"
#include "common/cli/terminal.h"
#include "searcher/batch.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/search_options.h"
#include "searcher/evaluate/topics.h"
#include "searcher/prompt/command_line.h"
#include "searcher/run_manifest.h"

namespace dateline {

namespace {

struct BatchCommand {
  std::string topics;
  std::string topics_format;
  std::vector<std::string> fields;
  SearchOptions search;
  std::string format = "trec";
  std::string tag = "dateline";
  unsigned jobs = 0;
  bool strict = false;
  std::string since;
};

std::vector<TopicField> read_fields(const std::vector<std::string>& lists) {
  std::vector<TopicField> fields;
  for (const std::string& list : lists) {
    for (const std::string& name : CLI::detail::split(list, ',')) {
      const std::optional<TopicField> field = parse_topic_field(name);
      if (!field) {
        throw Error("a topic has no field \"" + name + "\"", "the fields are title, desc and narr");
      }
      fields.push_back(*field);
    }
  }
  return fields;
}

/// A file of topics as it was read.
struct ReadTopics {
  Topics topics;
  TopicsFile file;
};

ReadTopics read_topics_of(const BatchCommand& command) {
  const std::string hint = "name a file of topics, or - for standard input";
  const std::optional<std::string> bytes = read_input(command.topics, hint);
  if (!bytes) {
    throw Error("there is no file " + command.topics, hint);
  }
  TopicsOptions options;
  options.format = parse_topics_format(command.topics_format);
  if (!command.fields.empty()) {
    options.fields = read_fields(command.fields);
  }
  ReadTopics read{read_topics(*bytes, command.topics, options), {}};
  FileProblems& problems = read.topics.problems;
  if (read.topics.topics.empty() && problems.kept.empty()) {
    add_problem(problems, {command.topics, 0, "the file holds no topics"});
  }
  read.file = {command.topics, digest_of(*bytes),         read.topics.format,
               options.fields, read.topics.topics.size(), problems.kept.size() + problems.not_kept};
  return read;
}

std::optional<EarlierRun> read_since(const BatchCommand& command) {
  if (command.since.empty()) {
    return std::nullopt;
  }
  const std::string hint = "name a TREC run or JSON lines that batch has written";
  const std::optional<std::string> bytes = read_input(command.since, hint);
  if (!bytes) {
    throw Error("there is no file " + command.since, hint);
  }
  return read_earlier_run(*bytes, command.since);
}

BatchOptions to_options(const BatchCommand& command) {
  BatchOptions options;
  options.request = to_request(command.search);
  options.format = command.format == "jsonl" ? BatchFormat::JsonLines
                   : command.format == "csv" ? BatchFormat::Csv
                                             : BatchFormat::Trec;
  if (options.format == BatchFormat::Csv && command.search.facets.facets.empty()) {
    options.request.facets = {FacetKind::Person};
  }
  options.tag = command.tag;
  options.since = read_since(command);
  options.jobs = command.jobs;
  return options;
}

/// Says on standard error what was odd about topics, and how far the batch is.
BatchHooks make_hooks(const BatchCommand& command, std::size_t all, const Program& program,
                      ProgressLine& line) {
  BatchHooks hooks;
  hooks.should_stop = [] { return interrupted(); };
  hooks.on_progress = [all, &line](std::size_t answered) {
    line.show([&](std::size_t width) {
      return (std::to_string(answered * 100 / all) + "% " + std::to_string(answered) + " of " +
              std::to_string(all) + " topics")
          .substr(0, width);
    });
  };
  hooks.on_notice = [&command, &program, &line](const Topic& topic, std::string_view message) {
    if (!program.shared.quiet) {
      line.clear();
      std::cerr << program.info.name << ": " << make_printable(command.topics) << ':' << topic.line
                << ": topic " << make_printable(topic.id) << ": " << make_printable(message)
                << '\n';
    }
  };
  return hooks;
}

/// Beside a run that goes to a file; a terminal or a pipe has no place for it.
void write_manifest(const BatchCommand& command, const TopicsFile& topics,
                    const std::vector<ArchiveRevision>& archives, const SearchRequest& request,
                    const Program& program) {
  const std::filesystem::path& file = program.shared.output;
  std::error_code failed;
  if (command.format != "trec" || !std::filesystem::is_regular_file(file, failed)) {
    return;
  }
  RunManifest manifest{.tag = command.tag,
                       .program = program.info.name + " " + program.info.version,
                       .command = program.info.name,
                       .topics = topics,
                       .archives = archives,
                       .request = request};
  for (const std::string& argument : program.arguments) {
    manifest.command += " " + quote_for_shell(argument);
  }
  Output output(file.string() + ".yaml");
  output.stream() << to_yaml(manifest);
  output.commit();
}

ExitCode run(const BatchCommand& command, const Program& program) {
  const BatchOptions options = to_options(command);
  const std::vector<NamedArchive> archives = archives_of(program);
  report_corrections(ArchiveReader(archives), program);
  const std::vector<ArchiveRevision> revisions = read_revisions(archives);
  const auto [topics, file] = read_topics_of(command);
  report_problems(topics.problems, program);
  if (options.since) {
    report_problems(options.since->problems, program);
  }
  Output output(program.shared.output);
  catch_interrupts();
  ProgressLine line(program.shared.quiet);
  const std::size_t answered = run_batch(archives, topics.topics, options, output.stream(),
                                         make_hooks(command, topics.topics.size(), program, line));
  line.clear();
  if (answered < topics.topics.size()) {
    std::cerr << program.info.name << ": interrupted after " << answered << " of "
              << topics.topics.size() << " topics\nhint: run the same command again\n";
    return ExitCode::Interrupted;
  }
  output.commit();
  write_manifest(command, file, revisions, options.request, program);
  if (read_revisions(archives) != revisions && !program.shared.quiet) {
    std::cerr << program.info.name << ": the archive has changed meanwhile, so later topics may "
              << "have found other articles\nhint: run the same command again\n";
  }
  return command.strict && !topics.problems.kept.empty() ? ExitCode::Failed : ExitCode::Success;
}

void add_options(CLI::App& app, BatchCommand& command) {
  app.add_option("TOPICS", command.topics,
                 "A file of topics: TREC SGML, TSV or JSON lines with ids, CSV whose first column "
                 "is the query, or a query a line; - reads standard input")
      ->required()
      ->type_name("FILE");
  app.add_option("--topics-format", command.topics_format,
                 "Read the topics as this, whatever their file looks like")
      ->type_name("NAME")
      ->check(one_of({"trec", "tsv", "jsonl", "csv", "lines"}));
  repeatable(app.add_option("--fields", command.fields,
                            "The fields of TREC topics that make the query: title,desc,narr"))
      ->type_name("LIST");
  app.add_option("--format", command.format,
                 "trec: a line for each hit; jsonl: an object for each topic; csv: a row for each "
                 "topic")
      ->type_name("NAME")
      ->check(one_of({"trec", "jsonl", "csv"}));
  add_tag_option(app, command.tag);
  app.add_option("--jobs", command.jobs, "Threads that search; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_option("--since", command.since, "Tell only hits that this run did not have: what is new")
      ->type_name("FILE");
  app.add_flag("--strict", command.strict, "Exit with 2 when a single topic has a problem");
  add_search_options(app, command.search);
}

}  // namespace

void add_batch_command(Program& program) {
  const auto command = std::make_shared<BatchCommand>();
  command->search.request.limit = 1000;
  command->search.match = "any";
  command->search.syntax = "words";
  CLI::App& app = add_command(
      program, "batch", "Run a file of queries: a TREC run, or tables for reporters",
      {{"dateline-search batch topics -o run", "A TREC run of the titles of TREC topics"},
       {"dateline-search batch names.csv --match all --format csv -o matrix.csv",
        "For each name how many articles, from when to when, and who else is in them"},
       {"dateline-search batch queries.jsonl --limit 100 --jobs 2 >run", "BEIR queries"}},
      [command, &program] { return run(*command, program); });
  add_options(app, *command);
}

}  // namespace dateline

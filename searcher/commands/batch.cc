// dateline-search batch: runs a file of queries.
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <span>
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
#include "searcher/kept_answers.h"
#include "searcher/match/ranking_facts.h"
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
  bool resume = false;
  std::string since;
  const CLI::App* app = nullptr;  ///< that knows which options were given
};

/// An earlier run as it was read.
struct ReadSince {
  EarlierRun run;
  std::string digest;
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

std::optional<ReadSince> read_since(const BatchCommand& command) {
  if (command.since.empty()) {
    return std::nullopt;
  }
  const std::string hint = "name a TREC run or JSON lines that batch has written";
  const std::optional<std::string> bytes = read_input(command.since, hint);
  if (!bytes) {
    throw Error("there is no file " + command.since, hint);
  }
  return ReadSince{read_earlier_run(*bytes, command.since), digest_of(*bytes)};
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
  options.jobs = command.jobs;
  return options;
}

/// The options given that can change a byte of the answers.
std::vector<std::string> options_of(const CLI::App& app) {
  static const std::set<std::string> without{"--help", "--jobs", "--resume", "--since", "--strict"};
  std::vector<std::string> options;
  for (const CLI::Option* const option : app.get_options()) {
    if (option->count() > 0 && !option->get_positional() && !without.contains(option->get_name())) {
      for (const std::string& value : option->reduced_results()) {
        options.push_back(option->get_name() + " " + quote_for_shell(value));
      }
    }
  }
  return options;
}

void tell(const Program& program, const std::string& message) {
  if (!program.shared.quiet) {
    std::cerr << program.info.name << ": " << make_printable(message) << '\n';
  }
}

/// Whether the answers go to a file that appears whole at the end, and are kept beside it until
/// then. Throws Error when there is none to go on with.
bool keeps_answers(const BatchCommand& command, const std::filesystem::path& output) {
  std::error_code failed;
  const auto type = std::filesystem::status(output, failed).type();
  const bool is_file = !output.empty() && output != "-" &&
                       (type == std::filesystem::file_type::regular ||
                        type == std::filesystem::file_type::not_found);
  if (command.resume && !is_file) {
    throw Error("--resume goes on with a file, and the answers go to none",
                "name the file of the interrupted batch with -o FILE");
  }
  return is_file;
}

/// Throws Error when the answers kept cannot be the first ones of this batch.
void require_same(const KeptAnswers& kept, const BatchIdentity& batch, std::size_t topics,
                  const std::string& file) {
  const std::string cannot = "cannot go on with " + file + ": ";
  if (const auto difference = find_difference(*kept.batch(), batch)) {
    throw Error(cannot + difference->message, difference->hint);
  }
  const std::string anew = "leave out --resume to begin anew";
  if (kept.size() > topics) {
    throw Error(cannot + "it holds more answers than there are topics", anew);
  }
  if (!parse_date(kept.batch()->day)) {
    throw Error(cannot + "its day is no date", anew);
  }
}

/// Opens the answers that are kept beside the output. They are none, or those of the interrupted
/// batch that this one goes on with. `all` topics are asked.
std::unique_ptr<KeptAnswers> keep_answers(const BatchCommand& command, const BatchIdentity& batch,
                                          std::size_t all, const Program& program) {
  const std::string file = program.shared.output.string() + ".partial";
  auto kept = std::make_unique<KeptAnswers>(file);
  const std::string topics = std::to_string(kept->size()) + " topics";
  if (command.resume && kept->size() > 0) {
    require_same(*kept, batch, all, file);
    tell(program, "going on after the " + topics + " in " + file);
    kept->go_on();
    return kept;
  }
  if (command.resume) {
    tell(program, "there is no " + file + " to go on with, so all topics are asked");
  } else if (kept->size() > 0) {
    tell(program, file + " held " + topics + " of an interrupted batch, which --resume would " +
                      "have gone on with; it begins anew");
  }
  kept->begin(batch);
  return kept;
}

/// Says on standard error what was odd about topics, and how far the batch is. `before` topics of
/// all have been answered already.
BatchHooks make_hooks(const BatchCommand& command, std::size_t before, std::size_t all,
                      const Program& program, ProgressLine& line) {
  BatchHooks hooks;
  hooks.should_stop = [] { return interrupted(); };
  hooks.on_progress = [before, all, &line](std::size_t more) {
    const std::size_t answered = before + more;
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

/// A batch with all that was read for it.
struct PreparedBatch {
  BatchOptions options;
  std::vector<NamedArchive> archives;
  std::vector<ArchiveRevision> revisions;
  std::vector<Topic> topics;
  TopicsFile file;
  std::string since;  ///< the digest of the earlier run
  bool has_problems = false;
};

PreparedBatch prepare(const BatchCommand& command, const Program& program) {
  PreparedBatch batch;
  batch.options = to_options(command);
  std::optional<ReadSince> since = read_since(command);
  batch.archives = archives_of(program);
  report_corrections(ArchiveReader(batch.archives), program);
  batch.revisions = read_revisions(batch.archives);
  auto [topics, file] = read_topics_of(command);
  report_problems(topics.problems, program);
  batch.topics = std::move(topics.topics);
  batch.file = std::move(file);
  batch.has_problems = !topics.problems.kept.empty();
  if (since) {
    report_problems(since->run.problems, program);
    batch.since = std::move(since->digest);
    batch.options.since = std::move(since->run);
  }
  return batch;
}

BatchIdentity identity_of(const PreparedBatch& batch, const BatchCommand& command,
                          const Program& program) {
  const SearchRequest& request = batch.options.request;
  return {.program = program.info.name + " " + program.info.version + " on " +
                     ranking_facts(request.ranking).engine,
          .day = to_string(request.today),
          .options = options_of(*command.app),
          .topics = batch.file.digest,
          .since = batch.since,
          .archives = archive_states(batch.archives, batch.revisions)};
}

/// Asks the topics that are not answered yet, and writes all answers when there are no more.
/// Returns how many are answered.
std::size_t answer(const BatchCommand& command, PreparedBatch& batch, const Program& program) {
  const std::string header = batch_header(batch.options, batch.archives.size() > 1);
  std::unique_ptr<KeptAnswers> kept;
  std::unique_ptr<Output> output;
  if (keeps_answers(command, program.shared.output)) {
    kept =
        keep_answers(command, identity_of(batch, command, program), batch.topics.size(), program);
    batch.options.request.today = parse_date(kept->batch()->day).value();
  } else {
    output = std::make_unique<Output>(program.shared.output);
    output->stream() << header;
  }
  const std::size_t before = kept ? kept->size() : 0;
  catch_interrupts();
  ProgressLine line(program.shared.quiet);
  BatchHooks hooks = make_hooks(command, before, batch.topics.size(), program, line);
  hooks.on_answer = [&](std::string_view bytes) {
    kept ? kept->add(bytes) : static_cast<void>(output->stream() << bytes);
  };
  const std::size_t answered =
      before +
      run_batch(batch.archives, std::span(batch.topics).subspan(before), batch.options, hooks);
  line.clear();
  if (answered == batch.topics.size()) {
    if (kept) {
      output = std::make_unique<Output>(program.shared.output);
      output->stream() << header;
      kept->copy_to(output->stream());
    }
    output->commit();
    if (kept) {
      kept->remove();
    }
  }
  return answered;
}

ExitCode run(const BatchCommand& command, const Program& program) {
  PreparedBatch batch = prepare(command, program);
  const std::size_t answered = answer(command, batch, program);
  if (answered < batch.topics.size()) {
    const bool can_go_on = answered > 0 && keeps_answers(command, program.shared.output);
    std::cerr << program.info.name << ": interrupted after " << answered << " of "
              << batch.topics.size() << " topics\nhint: run the same command again"
              << (can_go_on ? ", with --resume to go on\n" : "\n");
    return ExitCode::Interrupted;
  }
  write_manifest(command, batch.file, batch.revisions, batch.options.request, program);
  if (read_revisions(batch.archives) != batch.revisions && !program.shared.quiet) {
    std::cerr << program.info.name << ": the archive has changed meanwhile, so later topics may "
              << "have found other articles\nhint: run the same command again\n";
  }
  return command.strict && batch.has_problems ? ExitCode::Failed : ExitCode::Success;
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
  app.add_flag("--resume", command.resume,
               "Go on with a batch that was interrupted, given the same options and -o FILE");
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
  command->app = &app;
  add_options(app, *command);
}

}  // namespace dateline

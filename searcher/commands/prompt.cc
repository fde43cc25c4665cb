// dateline-search prompt: the interactive prompt.
#include <memory>
#include <string>
#include <utility>

#include "common/cli/output.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/filter_options.h"
#include "searcher/prompt/prompt.h"

namespace dateline {

namespace {

struct PromptCommandOptions {
  SearchRequest request;
  FilterOptions filters;
  std::string sort = "relevance";
  std::string match = "all";
  CLI::Option* limit = nullptr;
};

PromptOptions to_options(const PromptCommandOptions& command, const Program& program) {
  PromptOptions options{.request = command.request,
                        .fits_screen = command.limit->count() == 0,
                        .color = program.shared.color,
                        .quiet = program.shared.quiet};
  set_filters(command.filters, options.request);
  options.request.match = command.match == "any" ? MatchMode::Any : MatchMode::All;
  options.request.sort = command.sort == "newest"   ? SortOrder::Newest
                         : command.sort == "oldest" ? SortOrder::Oldest
                                                    : SortOrder::Relevance;
  return options;
}

ExitCode run(const PromptCommandOptions& command, const Program& program) {
  LiveArchive archive(archives_of(program), [&program](const ArchiveReader& reader) {
    report_corrections(reader, program);
  });
  Output output(program.shared.output);
  const ExitCode exit_code = run_prompt(archive, to_options(command, program), output);
  output.commit();
  return exit_code;
}

void add_options(CLI::App& app, PromptCommandOptions& command) {
  // A negative number would be read as a very large one.
  const auto is_count = CLI::Range(std::size_t{1}, std::size_t{1'000'000'000'000}, "N");
  command.limit = app.add_option("--limit", command.request.limit,
                                 "Show so many hits, not as many as fit the screen")
                      ->type_name("N")
                      ->check(is_count);
  app.add_option("--snippets", command.request.snippets, "Show so many passages of a hit at most")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000'000}, "N"));
  app.add_option("--sort", command.sort, "Order of the hits, until /sort asks for another")
      ->type_name("ORDER")
      ->check(one_of({"relevance", "newest", "oldest"}));
  app.add_option("--match", command.match,
                 "Whether articles must have all words side by side, or any")
      ->type_name("WHICH")
      ->check(one_of({"all", "any"}));
}

}  // namespace

void add_prompt_command(Program& program) {
  const auto command = std::make_shared<PromptCommandOptions>();
  command->request.snippets = 1;  // a screen is small
  CLI::App& app = add_command(
      program, "prompt", "Search interactively: narrow, widen, read; /help there shows how",
      {{"dateline-search prompt", "A session; dateline-search alone begins one too"},
       {"dateline-search prompt --language en --date 2023..", "Where all searches begin narrowed"},
       {"printf '%s\\n' 'Wagner gold' /next | dateline-search prompt", "Lines from a pipe"}},
      [command, &program] { return run(*command, program); });
  add_filter_options(app, command->filters);
  add_options(app, *command);
}

}  // namespace dateline

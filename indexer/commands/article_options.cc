// One table of options and one list of problems for update and annotate.
#include "indexer/commands/article_options.h"

#include <iostream>

#include "common/cli/terminal.h"
#include "common/error.h"
#include "common/text/stemmer.h"

namespace dateline {

namespace {

std::string language_list() {
  std::string list;
  for (const Language& language : all_languages()) {
    list += (list.empty() ? "" : " ") + std::string(language.code);
  }
  return list;
}

}  // namespace

void add_article_options(CLI::App& app, ArticleOptions& options) {
  app.add_option("--format", options.format, "Read all files as this, whatever their names say")
      ->type_name("NAME")
      ->check(one_of({"text", "jsonl"}));
  app.add_option("--language", options.language,
                 "Language of articles that do not say theirs: " + language_list())
      ->type_name("CODE");
  app.add_option("--jobs", options.jobs, "Threads that analyze; 0: one for each core")
      ->type_name("N")
      ->check(CLI::Range(0U, 256U));
  app.add_flag("--strict", options.strict, "Exit with 2 when a single article has a problem");
}

std::optional<InputFormat> format_of(const ArticleOptions& options) {
  return options.format.empty() ? std::nullopt : parse_input_format(options.format);
}

std::string language_of(const ArticleOptions& options) {
  const Language* const language = find_language(options.language);
  if (language == nullptr) {
    throw Error("there is no stemmer for the language \"" + options.language + "\"",
                "name one of those that `dateline-index update --help` lists, such as en or fr");
  }
  return std::string(language->code);
}

ExitCode report_problems(std::span<const ReadProblem> problems, bool missing_path,
                         const ArticleOptions& options, const Program& program) {
  for (const ReadProblem& problem : problems) {
    std::cerr << program.info.name << ": " << make_printable(problem.source) << ": "
              << make_printable(problem.message) << '\n';
  }
  const bool has_failed = missing_path || (options.strict && !problems.empty());
  return has_failed ? ExitCode::Failed : ExitCode::Success;
}

}  // namespace dateline

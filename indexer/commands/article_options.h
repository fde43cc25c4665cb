// The options of every command that reads articles, and what it says of those it could not read.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "common/cli/program.h"
#include "indexer/read/reader.h"

namespace dateline {

/// How articles are to be read, as it was typed.
struct ArticleOptions {
  std::string format;  ///< empty: as the names of files say
  std::string language = "en";
  unsigned jobs = 0;
  bool strict = false;
};

/// Adds --format, --language, --jobs and --strict. The options outlive the command line.
void add_article_options(CLI::App& app, ArticleOptions& options);

std::optional<InputFormat> format_of(const ArticleOptions& options);

/// The code of the language. Throws Error when there is no stemmer for it.
std::string language_of(const ArticleOptions& options);

/// Prints the problems, and says how the command exits for them and for PATHs that are missing.
ExitCode report_problems(std::span<const ReadProblem> problems, bool missing_path,
                         const ArticleOptions& options, const Program& program);

}  // namespace dateline

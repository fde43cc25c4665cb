// The options that every command of both programs takes, before or after its name.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "common/cli/terminal.h"

namespace dateline {

struct SharedOptions {
  std::filesystem::path archive;  ///< as given; `find_archive` knows what an empty one means
  /// Instead of it, for a program that takes several; `find_archives` knows what none means.
  std::vector<std::filesystem::path> archives;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  std::filesystem::path output;  ///< for `Output`; empty for standard output
  bool json = false;             ///< only where the program offers it
  std::string generate;          ///< what to print instead of doing anything; empty for nothing
};

/// `--archive`, of which there is one. `options` outlives the app, here and below.
void add_archive_option(CLI::App& app, SharedOptions& options);

/// `--archive` for a program that reads several as one.
void add_archives_option(CLI::App& app, SharedOptions& options);

/// Those that every program has beside it.
void add_shared_options(CLI::App& app, SharedOptions& options);

/// `--json`, for a program all of whose commands can report in JSON.
void add_json_option(CLI::App& app, SharedOptions& options);

/// `--generate`, by which the program tells of itself to packagers.
void add_generate_option(CLI::App& app, SharedOptions& options);

}  // namespace dateline

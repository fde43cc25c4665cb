// The options that every command of both programs takes, before or after its name.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <string>

#include "common/cli/terminal.h"

namespace dateline {

struct SharedOptions {
  std::filesystem::path archive;  ///< as given; `find_archive` knows what an empty one means
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  std::filesystem::path output;  ///< for `Output`; empty for standard output
  bool json = false;             ///< only where the program offers it
  std::string generate;          ///< what to print instead of doing anything; empty for nothing
};

/// Registers all but the last two. `options` outlives the app.
void add_shared_options(CLI::App& app, SharedOptions& options);

/// `--json`, for a program all of whose commands can report in JSON.
void add_json_option(CLI::App& app, SharedOptions& options);

/// `--generate`, by which the program tells of itself to packagers.
void add_generate_option(CLI::App& app, SharedOptions& options);

}  // namespace dateline

// A program as its main() puts it together: commands with their options, examples and actions.
//
// All that is said about an option is said once, where it is registered. `--help`, the manual page
// and the completion scripts read it from there (option_text.h), by these conventions:
// - every option with a value has a `type_name`; FILE, DIR and PATH are completed as files;
// - values to choose from are checked with `one_of`;
// - an option that may be given several times is made `repeatable`.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "common/cli/shared_options.h"
#include "common/error.h"

namespace dateline {

/// A command line worth trying, and what it does.
struct Example {
  std::string command;
  std::string what;
};

struct Command {
  CLI::App* app = nullptr;
  std::vector<Example> examples;
  std::function<ExitCode()> run;
};

struct ProgramInfo {
  std::string name;              ///< "dateline-search"
  std::string summary;           ///< one line without a full stop, for the top of the manual page
  std::string text;              ///< a paragraph more
  std::string version;           ///< "0.1.0"
  std::string see_also;          ///< the other program
  bool reports_json = false;     ///< whether all its commands have `--json`
  bool takes_archives = false;   ///< whether `--archive` may be given several times
  std::string at_terminal = {};  ///< the command meant by none, at a terminal; empty: an error
};

/// Stays where it is: options point into it.
struct Program {
  explicit Program(ProgramInfo program_info);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  ProgramInfo info;
  SharedOptions shared;
  CLI::App app;
  std::vector<Command> commands;
  std::vector<std::string> arguments;  ///< as they were given, once the program runs
};

/// Adds a command; the caller registers its options on the result. `run` is called when the whole
/// command line has been understood; its result is how the program exits. `summary` is one
/// sentence; there is at least one example.
CLI::App& add_command(Program& program, const std::string& name, const std::string& summary,
                      std::vector<Example> examples, std::function<ExitCode()> run);

/// Accepts only these values.
CLI::Validator one_of(std::vector<std::string> choices);

/// Makes an option that fills a vector take one value each time it is given, so that it never
/// swallows the words after it. Returns the option.
CLI::Option* repeatable(CLI::Option* option);

}  // namespace dateline

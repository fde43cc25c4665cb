// A program with every kind of option, that notes what it was asked to do.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/program.h"

namespace dateline::test {

struct SampleProgram {
  SampleProgram()
      : program({"dateline-sample", "tries out the frame of a program",
                 "Does nothing, with all the options that there can be.", "1.2.3", "dateline-other",
                 true}) {
    CLI::App& query = add_command(
        program, "query", "Finds 'articles' [all]: of an archive",
        {{"dateline-sample query 'Wagner \\ rights'", "Finds the articles with these words"}},
        [this] { return action(); });
    query.add_option("TEXT", words, "What to look for")->required();
    query.add_option("--limit", limit, "How many hits to show")->type_name("N");
    query.add_option("--sort", sort, "How to order the hits")
        ->type_name("ORDER")
        ->check(one_of({"relevance", "newest", "oldest"}));
    repeatable(query.add_option("--person", persons, "Only articles that name this person"))
        ->type_name("NAME");
    query.add_flag("--strict", strict, "Fail where there are problems");
    CLI::App& update = add_command(program, "update", "Adds articles",
                                   {{"dateline-sample update news", "Adds a folder"},
                                    {"dateline-sample update -", "Adds what is piped in"}},
                                   [this] { return action(); });
    update.add_option("PATH", words, "Files and folders")->type_name("PATH")->required();
  }

  std::vector<std::string> words;
  std::vector<std::string> persons;
  std::string sort = "relevance";
  int limit = 10;
  bool strict = false;
  std::function<ExitCode()> action = [] { return ExitCode::Success; };
  Program program;
};

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_file(const std::filesystem::path& file, std::string_view content) {
  std::ofstream(file, std::ios::binary) << content;
}

struct ShellResult {
  int exit_code = -1;
  std::string output;  ///< of both channels
};

/// Runs a command line with /bin/sh.
inline ShellResult run_shell(const std::string& command) {
  ShellResult result;
  FILE* pipe = popen(("{ " + command + "\n} 2>&1").c_str(), "r");
  if (pipe == nullptr) {
    return result;
  }
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    result.output += static_cast<char>(c);
  }
  result.exit_code = pclose(pipe) >> 8;
  return result;
}

inline bool has_tool(const std::string& name) {
  return run_shell("command -v " + name).exit_code == 0;
}

/// A variable of the environment, set or (nullopt) not, until the end of the scope.
class WithEnvironment {
 public:
  WithEnvironment(std::string name, const std::optional<std::string>& value)
      : name_(std::move(name)) {
    if (const char* before = std::getenv(name_.c_str())) {
      before_ = before;
    }
    set(value);
  }
  ~WithEnvironment() { set(before_); }
  WithEnvironment(const WithEnvironment&) = delete;
  WithEnvironment& operator=(const WithEnvironment&) = delete;

 private:
  void set(const std::optional<std::string>& value) {
    if (value) {
      setenv(name_.c_str(), value->c_str(), 1);
    } else {
      unsetenv(name_.c_str());
    }
  }

  std::string name_;
  std::optional<std::string> before_;
};

}  // namespace dateline::test

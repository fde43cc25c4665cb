// dateline-bench: what the programs cost, measured so that it can be quoted.
#include <span>
#include <string>

#include "bench/commands/commands.h"
#include "common/cli/run_program.h"

namespace {

/// As it could be typed again: an argument that a shell would not take as it is stands in quotes.
std::string quote(const std::string& argument) {
  constexpr const char* special = " \t\n\"'\\$&|;<>()*?[]#~`!";
  if (!argument.empty() && argument.find_first_of(special) == std::string::npos) {
    return argument;
  }
  std::string quoted = "'";
  for (const char c : argument) {
    quoted += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return quoted + "'";
}

std::string to_command_line(std::span<char* const> arguments) {
  std::string line = "dateline-bench";
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    line += " " + quote(arguments[i]);
  }
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  dateline::Program program(
      {.name = "dateline-bench",
       .summary = "measures how fast dateline indexes, finds names and answers",
       .text = "Measures indexing and queries on your own articles, repeatedly, and says how far "
               "the runs lie apart. Figures are printed for people, or with --json as a record "
               "with command, commit and machine.",
       .version = DATELINE_VERSION,
       .see_also = "dateline-index",
       .reports_json = true});
  const std::string command_line = to_command_line({argv, static_cast<std::size_t>(argc)});
  dateline::add_index_command(program, command_line);
  dateline::add_entities_command(program, command_line);
  dateline::add_query_command(program, command_line);
  dateline::add_relevance_command(program, command_line);
  program.app.get_option("--json")->description("Report as JSON (bench/README.md)");
  return dateline::run_program(program, argc, argv);
}

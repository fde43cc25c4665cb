// A record says how it was made, in words that can be typed again.
#include "bench/commands/report.h"

#include "bench/record/render_record.h"
#include "common/cli/output.h"

namespace dateline {

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

std::string command_line_of(const Program& program) {
  std::string line = program.info.name;
  for (const std::string& argument : program.arguments) {
    line += " " + quote(argument);
  }
  return line;
}

}  // namespace

ExitCode report_record(const Program& program, const Record& record) {
  const Circumstances circumstances{command_line_of(program), built_commit(), describe_machine()};
  Output output(program.shared.output);
  if (program.shared.json) {
    render_record_json(output.stream(), circumstances, record);
  } else {
    render_record(output.stream(), circumstances, record);
  }
  output.commit();
  return ExitCode::Success;
}

}  // namespace dateline

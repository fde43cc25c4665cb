// Lays out the help of a program and of its commands.
#include "common/cli/help.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "common/cli/option_text.h"

namespace dateline {

namespace {

constexpr std::size_t line_width = 79;
constexpr std::size_t description_column = 26;

/// Appends words, breaking lines before `line_width`; `column` is where the first line stands.
void append_wrapped(std::string& out, std::string_view text, std::size_t column,
                    std::size_t indent) {
  std::istringstream words{std::string(text)};
  bool first = true;
  for (std::string word; words >> word; first = false) {
    if (!first && column + 1 + word.size() > line_width) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  out += '\n';
}

void append_entry(std::string& out, const std::string& heading, const std::string& description) {
  std::string line = "  " + heading;
  if (line.size() + 2 > description_column) {
    line += '\n';
    line.append(description_column, ' ');
  } else {
    line.append(description_column - line.size(), ' ');
  }
  out += line;
  append_wrapped(out, description, description_column, description_column);
}

void append_options(std::string& out, const std::string& title,
                    const std::vector<OptionText>& options, bool arguments) {
  const auto wanted = [&](const OptionText& option) { return option.argument == arguments; };
  if (std::none_of(options.begin(), options.end(), wanted)) {
    return;
  }
  out += "\n" + title + ":\n";
  for (const OptionText& option : options) {
    if (wanted(option)) {
      append_entry(out, option_heading(option), full_description(option));
    }
  }
}

void append_examples(std::string& out, const std::vector<Example>& examples) {
  out += "\nExamples:\n";
  for (const Example& example : examples) {
    out += "  " + example.command + "\n      ";
    append_wrapped(out, example.what, 6, 6);
  }
}

std::string program_help(const Program& program) {
  std::string out = "Usage: " + program.info.name + " COMMAND [OPTION]...\n\n";
  append_wrapped(out, program.info.text, 0, 0);
  out += "\nCommands:\n";
  for (const Command& command : program.commands) {
    append_entry(out, command.app->get_name(), command.app->get_description());
  }
  append_options(out, "Options of every command", describe_options(program.app), false);
  out += "\nExamples:\n";
  for (const Command& command : program.commands) {
    out += "  " + command.examples.front().command + "\n";
  }
  out += "\n" + program.info.name + " COMMAND --help tells more of a command.\n";
  return out;
}

std::string command_help(const Program& program, const Command& command) {
  const std::vector<OptionText> options = describe_options(*command.app);
  std::string out = "Usage: " + program.info.name + " " + command.app->get_name() + " [OPTION]...";
  for (const OptionText& option : options) {
    if (option.argument) {
      out += " " + argument_usage(option);
    }
  }
  out += "\n\n";
  append_wrapped(out, command.app->get_description(), 0, 0);
  append_options(out, "Arguments", options, true);
  append_options(out, "Options", options, false);
  append_options(out, "Options of every command", describe_options(program.app), false);
  append_examples(out, command.examples);
  return out;
}

}  // namespace

std::string make_help(const Program& program, const CLI::App& shown) {
  for (const Command& command : program.commands) {
    if (command.app == &shown) {
      return command_help(program, command);
    }
  }
  return program_help(program);
}

}  // namespace dateline

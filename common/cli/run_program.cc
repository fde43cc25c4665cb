// Parses, runs, and turns whatever is thrown into a message and an exit code.
#include "common/cli/run_program.h"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <span>
#include <utility>

#include "common/cli/completion.h"
#include "common/cli/man_page.h"
#include "common/cli/option_text.h"
#include "common/cli/output.h"
#include "common/crash_guard.h"

namespace dateline {

namespace {

/// CLI11 gives a meaning of its own to three arguments that are text to us: "[a,b]" is a list,
/// "{}" an empty one, and "++" ends a command. This character after them, which no text has, keeps
/// them whole; it is taken off again when their argument is read.
constexpr char text_guard = '\x1f';

bool needs_guard(const std::string& argument) {
  const bool list = argument.size() >= 2 && argument.front() == '[' && argument.back() == ']';
  return list || argument == "{}" || argument == "++";
}

void guard_arguments(std::vector<std::string>& arguments) {
  bool after_option = false;
  bool options_ended = false;
  for (std::string& argument : arguments) {
    if (needs_guard(argument) && !after_option) {
      argument += text_guard;
    }
    options_ended = options_ended || argument == "--";
    after_option = !options_ended && argument.size() > 1 && argument.front() == '-';
  }
}

void unguard_arguments_of(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      option->transform([](std::string text) {
        if (text.ends_with(text_guard)) {
          text.pop_back();
        }
        return text;
      });
    }
  }
}

/// The command that is meant when none is given: a program may have one where somebody sits at a
/// terminal, who can be talked to.
const Command* find_command_at_terminal(const Program& program) {
  if (isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0) {
    return nullptr;
  }
  const auto found = std::find_if(program.commands.begin(), program.commands.end(),
                                  [&program](const Command& command) {
                                    return command.app->get_name() == program.info.at_terminal;
                                  });
  return found == program.commands.end() ? nullptr : &*found;
}

const Command* find_parsed_command(const Program& program) {
  const auto found = std::find_if(program.commands.begin(), program.commands.end(),
                                  [](const Command& command) { return command.app->parsed(); });
  return found == program.commands.end() ? nullptr : &*found;
}

std::string list_commands(const Program& program) {
  std::vector<std::string> names;
  for (const Command& command : program.commands) {
    names.push_back(command.app->get_name());
  }
  return "the commands are " + enumerate(names, "and");
}

[[noreturn]] void throw_usage_error(const Program& program, const std::string& message,
                                    const std::string& advice = {}) {
  const Command* command = find_parsed_command(program);
  const std::string name = command == nullptr ? "" : " " + command->app->get_name();
  const std::string see = "see " + program.info.name + name + " --help";
  throw Error(message, advice.empty() ? see : advice + "; " + see);
}

[[noreturn]] void throw_unexpected(const Program& program) {
  const std::vector<std::string> extras = program.app.remaining(true);
  const std::string first = extras.empty() ? std::string{} : extras.front();
  if (find_parsed_command(program) == nullptr && !first.starts_with('-')) {
    throw_usage_error(program, "there is no command '" + first + "'", list_commands(program));
  }
  if (first.starts_with('-')) {
    throw_usage_error(program, "there is no option '" + first + "'",
                      "write -- before text that begins with a dash");
  }
  throw_usage_error(program, "the argument '" + first + "' was not expected");
}

/// One sentence, without the full stop, from CLI11's wording.
std::string sentence(const CLI::ParseError& problem) {
  std::string text = problem.what();
  const std::size_t name_end = text.find(':');
  if (text.ends_with(" missing") && name_end != std::string::npos) {
    return text.substr(0, name_end) + " needs a value";
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) {
    text.pop_back();
  }
  // "Could not convert" begins a sentence; "TEXT is required" begins with a name.
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

void print(const SharedOptions& shared, std::string_view text) {
  Output output(shared.output);
  output.stream() << text;
  output.commit();
}

/// False when the command line was answered by printing something.
bool parse(Program& program, std::vector<std::string> arguments) {
  guard_arguments(arguments);
  for (const Command& command : program.commands) {
    unguard_arguments_of(*command.app);
  }
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    program.app.parse(std::move(arguments));
    return true;
  } catch (const CLI::CallForHelp&) {
    print(program.shared, program.app.help());
    return false;
  } catch (const CLI::CallForVersion& version) {
    print(program.shared, std::string(version.what()) + "\n");
    return false;
  } catch (const CLI::ExtrasError&) {
    throw_unexpected(program);
  } catch (const CLI::ParseError& problem) {
    // A manual page can be asked for without the arguments a command would need.
    if (program.shared.generate.empty()) {
      throw_usage_error(program, sentence(problem));
    }
    return true;
  }
}

std::string generate(const Program& program) {
  if (program.shared.generate == "man") {
    return make_man_page(program);
  }
  if (program.shared.generate == "complete-bash") {
    return make_bash_completion(program);
  }
  return program.shared.generate == "complete-zsh" ? make_zsh_completion(program)
                                                   : make_fish_completion(program);
}

ExitCode run(Program& program, std::vector<std::string> arguments) {
  if (!parse(program, std::move(arguments))) {
    return ExitCode::Success;
  }
  if (!program.shared.generate.empty()) {
    print(program.shared, generate(program));
    return ExitCode::Success;
  }
  const Command* command = find_parsed_command(program);
  if (command == nullptr) {
    command = find_command_at_terminal(program);
  }
  if (command == nullptr) {
    throw_usage_error(program, "no command was given", list_commands(program));
  }
  return command->run();
}

ExitCode report(const Program& program, std::string_view message, std::string_view hint,
                ExitCode exit_code = ExitCode::Failed) {
  std::cerr << program.info.name << ": " << make_printable(message) << '\n';
  if (!hint.empty()) {
    std::cerr << "hint: " << make_printable(hint) << '\n';
  }
  std::cerr.flush();
  return exit_code;
}

/// Where we open and commit, errors of the database have been told already; these came late.
ExitCode report_database(const Program& program, const Xapian::Error& error) {
  const std::string type = error.get_type();
  const std::string message = "the archive failed: " + type + ": " + error.get_description();
  if (type == "DatabaseLockError") {
    return report(program, message, "wait for the other program that writes it, then try again",
                  ExitCode::Locked);
  }
  if (type == "DatabaseVersionError") {
    return report(program, message, "make the archive anew from its articles",
                  ExitCode::OtherVersion);
  }
  if (type == "DatabaseCorruptError") {
    return report(program, message, "make the archive anew from its articles", ExitCode::Damaged);
  }
  return report(program, message, "try again; if it happens again, make the archive anew");
}

}  // namespace

int run_program(Program& program, int argc, const char* const* argv) {
  // A closed pipe then shows as a failed write, which says whose fault it was.
  std::signal(SIGPIPE, SIG_IGN);
  catch_crashes(program.info.name);
  const std::span<const char* const> words(argv, static_cast<std::size_t>(std::max(argc, 1)));
  ExitCode exit_code = ExitCode::Failed;
  try {
    program.arguments.assign(words.begin() + 1, words.end());
    exit_code = run(program, program.arguments);
  } catch (const ClosedPipe&) {
    exit_code = ExitCode::Success;
  } catch (const Error& error) {
    exit_code = report(program, error.what(), error.hint(), error.exit_code());
  } catch (const Xapian::Error& error) {
    exit_code = report_database(program, error);
  } catch (const std::bad_alloc&) {
    exit_code =
        report(program, "not enough memory", "close other programs, or ask for less at a time");
  } catch (const std::exception& error) {
    exit_code = report(program, error.what(), {});
  }
  return static_cast<int>(exit_code);
}

}  // namespace dateline

// Writes the completion scripts. What the three have in common stands first, then a shell each.
#include "common/cli/completion.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "common/cli/option_text.h"

namespace dateline {

namespace {

/// "_dateline_search"
std::string function_name(const Program& program) {
  std::string name = "_" + program.info.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// In single quotes, as all three shells read them.
std::string quote(const std::string& text) {
  return "'" + CLI::detail::find_and_replace(text, "'", "'\\''") + "'";
}

std::string command_names(const Program& program, const char* separator) {
  std::vector<std::string> names;
  for (const Command& command : program.commands) {
    names.push_back(command.app->get_name());
  }
  return CLI::detail::join(names, separator);
}

std::vector<OptionText> with_names(const CLI::App& app) {
  std::vector<OptionText> options = describe_options(app);
  std::erase_if(options, [](const OptionText& option) { return option.argument; });
  return options;
}

/// What a command takes by place; nothing to complete for most.
ValueKind argument_kind(const CLI::App& app) {
  for (const OptionText& option : describe_options(app)) {
    if (option.argument) {
      return option.kind;
    }
  }
  return ValueKind::None;
}

/// The options of a program or command that have a value, each with all its names.
std::vector<std::string> value_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionText& option : with_names(app)) {
    if (option.kind != ValueKind::None) {
      names.insert(names.end(), option.names.begin(), option.names.end());
    }
  }
  return names;
}

std::string all_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const OptionText& option : with_names(app)) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return CLI::detail::join(names, " ");
}

// bash

std::string bash_files(ValueKind kind) {
  const std::string action = kind == ValueKind::Folder ? "-d" : "-f";
  return "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen " + action +
         " -- \"$cur\")";
}

std::string bash_words(const std::string& words) {
  return "mapfile -t COMPREPLY < <(compgen -W " + quote(words) + " -- \"$cur\")";
}

/// Branches of a `case "$command $prev"` for the options of an app that have a value.
void append_bash_values(std::string& out, const CLI::App& app, const std::string& command) {
  for (const OptionText& option : with_names(app)) {
    if (option.kind == ValueKind::None) {
      continue;
    }
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) {
      std::string pattern = command;
      patterns.push_back(pattern.append("\" ").append(name).append("\""));
    }
    std::string action = ":";
    if (!option.choices.empty()) {
      action = bash_words(CLI::detail::join(option.choices, " "));
    } else if (option.kind != ValueKind::Text) {
      action = bash_files(option.kind);
    }
    out += "    " + CLI::detail::join(patterns, "|") + ") " + action + "; return ;;\n";
  }
}

/// Branches of a `case "$command"` for what is no value of an option.
void append_bash_command(std::string& out, const Program& program, const Command& command) {
  const ValueKind kind = argument_kind(*command.app);
  out += "    " + command.app->get_name() + ")\n      if [[ $cur == -* ]]; then\n        " +
         bash_words(all_names(*command.app) + " " + all_names(program.app)) + "\n";
  if (kind == ValueKind::File || kind == ValueKind::Folder) {
    out += "      else\n        " + bash_files(kind) + "\n";
  }
  out += "      fi\n      ;;\n";
}

// zsh

/// Text inside an _arguments specification, where brackets and colons have a meaning.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionText& option) {
  if (!option.choices.empty()) {
    return "(" + CLI::detail::join(option.choices, " ") + ")";
  }
  switch (option.kind) {
    case ValueKind::File: return "_files";
    case ValueKind::Folder: return "_files -/";
    default: return " ";
  }
}

void append_zsh_options(std::string& out, const CLI::App& app, const std::string& indent) {
  for (const OptionText& option : with_names(app)) {
    for (const std::string& name : option.names) {
      std::string spec = (option.repeatable ? "*" : "") + name;
      if (option.kind != ValueKind::None) {
        spec += name.starts_with("--") ? "=" : "+";
      }
      spec += "[" + zsh_text(option.description) + "]";
      if (option.kind != ValueKind::None) {
        spec += ":" + zsh_text(option.value) + ":" + zsh_action(option);
      }
      out += indent + quote(spec) + "\n";
    }
  }
}

void append_zsh_command(std::string& out, const Command& command) {
  out += "        " + command.app->get_name() + ")\n          own=(\n";
  append_zsh_options(out, *command.app, "            ");
  for (const OptionText& option : describe_options(*command.app)) {
    if (option.argument) {
      out += "            " +
             quote((option.repeatable ? "*:" : ":") + zsh_text(option.names.front()) + ":" +
                   zsh_action(option)) +
             "\n";
    }
  }
  out += "          )\n          ;;\n";
}

// fish

void append_fish_options(std::string& out, const Program& program, const CLI::App& app,
                         const std::string& condition) {
  for (const OptionText& option : with_names(app)) {
    out += "complete -c " + program.info.name + condition;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (!option.choices.empty()) {
      out += " -x -a " + quote(CLI::detail::join(option.choices, " "));
    } else if (option.kind == ValueKind::Text) {
      out += " -x";
    } else if (option.kind == ValueKind::Folder) {
      out += " -x -a '(__fish_complete_directories)'";
    } else if (option.kind == ValueKind::File) {
      out += " -r -F";
    }
    out += " -d " + quote(option.description) + "\n";
  }
}

}  // namespace

std::string make_bash_completion(const Program& program) {
  std::vector<std::string> skipped = value_names(program.app);
  for (const Command& command : program.commands) {
    for (const std::string& name : value_names(*command.app)) {
      skipped.push_back(name);
    }
  }
  const std::string name = function_name(program);
  std::string out = "# bash completion for " + program.info.name + "\n" + name + "() {\n";
  out +=
      "  local cur=${COMP_WORDS[COMP_CWORD]} command='' i\n"
      "  local prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  # \"--option=value\" comes as three words.\n"
      "  if [[ $cur == = ]]; then\n"
      "    cur=''\n"
      "  elif [[ $prev == = ]]; then\n"
      "    prev=${COMP_WORDS[COMP_CWORD-2]}\n"
      "  fi\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    case ${COMP_WORDS[i]} in\n";
  out += "      " + CLI::detail::join(skipped, "|") +
         ")\n"
         "        if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i += 2)); else ((++i)); fi ;;\n";
  out += "      " + command_names(program, "|") +
         ") command=${COMP_WORDS[i]}; break ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$command $prev\" in\n";
  for (const Command& command : program.commands) {
    append_bash_values(out, *command.app, command.app->get_name());
  }
  append_bash_values(out, program.app, "*");
  out += "  esac\n  case $command in\n";
  for (const Command& command : program.commands) {
    append_bash_command(out, program, command);
  }
  out += "    *) " + bash_words(command_names(program, " ") + " " + all_names(program.app)) +
         " ;;\n  esac\n}\ncomplete -F " + name + " " + program.info.name + "\n";
  return out;
}

std::string make_zsh_completion(const Program& program) {
  const std::string name = function_name(program);
  std::string out = "#compdef " + program.info.name + "\n" + name +
                    "() {\n"
                    "  local context state state_descr line ret=1\n"
                    "  typeset -A opt_args\n"
                    "  local -a shared own commands\n"
                    "  shared=(\n";
  append_zsh_options(out, program.app, "    ");
  out += "  )\n  commands=(\n";
  for (const Command& command : program.commands) {
    out += "    " +
           quote(command.app->get_name() + ":" + zsh_text(command.app->get_description())) + "\n";
  }
  out +=
      "  )\n"
      "  _arguments -C \"${shared[@]}\" '1:command:->command' '*::argument:->argument' && ret=0\n"
      "  case $state in\n"
      "    command) _describe command commands && ret=0 ;;\n"
      "    argument)\n"
      "      case $words[1] in\n";
  for (const Command& command : program.commands) {
    append_zsh_command(out, command);
  }
  out +=
      "      esac\n"
      "      _arguments \"${shared[@]}\" \"${own[@]}\" && ret=0\n"
      "      ;;\n"
      "  esac\n"
      "  return ret\n"
      "}\n"
      "if [[ ${funcstack[1]} == " +
      name + " ]]; then\n  " + name + " \"$@\"\nelse\n  compdef " + name + " " + program.info.name +
      "\nfi\n";
  return out;
}

std::string make_fish_completion(const Program& program) {
  const std::string complete = "complete -c " + program.info.name;
  std::string out = "# fish completion for " + program.info.name + "\n" + complete + " -f\n";
  append_fish_options(out, program, program.app, "");
  for (const Command& command : program.commands) {
    const std::string name = command.app->get_name();
    const std::string condition = " -n '__fish_seen_subcommand_from " + name + "'";
    out.append(complete).append(" -n '__fish_use_subcommand' -a ").append(name).append(" -d ");
    out.append(quote(command.app->get_description())).append("\n");
    append_fish_options(out, program, *command.app, condition);
    if (argument_kind(*command.app) == ValueKind::File) {
      out += complete + condition + " -F\n";
    } else if (argument_kind(*command.app) == ValueKind::Folder) {
      out += complete + condition + " -a '(__fish_complete_directories)'\n";
    }
  }
  return out;
}

}  // namespace dateline

// Writes the manual page with the man macros of groff and mandoc.
#include "common/cli/man_page.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <string_view>
#include <utility>

#include "common/cli/option_text.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr std::array exit_codes = {
    Entry{"0", "Done, or found. A closed pipe is no failure."},
    Entry{"1", "Nothing was found."},
    Entry{"2", "Wrong usage, or the command failed."},
    Entry{"3", "Another program is writing the archive."},
    Entry{"4", "The archive was written with another schema version."},
    Entry{"5", "The archive is damaged."},
    Entry{"130", "Interrupted."},
};

constexpr std::array environment = {
    Entry{"DATELINE_ARCHIVE", "The archive, where --archive is not given."},
    Entry{"XDG_DATA_HOME", "Where the archive lies, in dateline/archive, when neither is given."},
    Entry{"NO_COLOR", "When set and not empty, colours are not used unless asked for."},
    Entry{"TERM", "When it is dumb, likewise."},
    Entry{"COLUMNS", "The width to lay results out for, in place of the terminal's own."},
};

constexpr std::array files = {
    Entry{"~/.local/share/dateline/archive", "The archive, when nothing else is said."},
};

/// Text as roff reads it back: nothing in it is a request or an escape.
std::string roff(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (c.value == '\\') {
      out += "\\e";
    } else if (c.value == '-') {
      out += "\\-";
    } else if (c.value == '\'') {
      out += "\\(aq";
    } else if (c.value == '"') {
      out += "\\(dq";
    } else if (c.value == '~') {
      out += "\\(ti";
    } else if (c.value == '^') {
      out += "\\(ha";
    } else if (c.value == '`') {
      out += "\\(ga";
    } else if (c.value < 0x80) {
      out += static_cast<char>(c.value);
    } else {
      std::array<char, 16> escape{};
      std::snprintf(escape.data(), escape.size(), "\\[u%04X]", static_cast<unsigned>(c.value));
      out += escape.data();
    }
    i += c.bytes;
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + roff(text) + "\\fR";
}
std::string italic(std::string_view text) {
  return "\\fI" + roff(text) + "\\fR";
}

void append_entry(std::string& out, const std::string& heading, std::string_view text) {
  out += ".TP\n" + heading + "\n" + roff(text) + (text.ends_with('.') ? "\n" : ".\n");
}

std::string heading_of(const OptionText& option) {
  if (option.argument) {
    return italic(option.names.front());
  }
  std::string heading;
  for (const std::string& name : option.names) {
    heading += (heading.empty() ? "" : ", ") + bold(name);
  }
  return option.value.empty() ? heading : heading + " " + italic(option.value);
}

void append_options(std::string& out, const std::vector<OptionText>& options) {
  for (const OptionText& option : options) {
    append_entry(out, heading_of(option), full_description(option));
  }
}

std::string usage_of(const Program& program, const Command& command) {
  std::string usage = bold(program.info.name) + " " + bold(command.app->get_name()) + " [" +
                      italic("OPTION") + "]...";
  for (const OptionText& option : describe_options(*command.app)) {
    if (option.argument) {
      usage += " " + italic(argument_usage(option));
    }
  }
  return usage;
}

void append_command(std::string& out, const Program& program, const Command& command) {
  out += ".SS " + roff(command.app->get_name()) + "\n";
  out += usage_of(program, command) + "\n.PP\n" + roff(command.app->get_description()) + ".\n";
  append_options(out, describe_options(*command.app));
}

void append_examples(std::string& out, const Program& program) {
  out += ".SH EXAMPLES\n";
  for (const Command& command : program.commands) {
    for (const Example& example : command.examples) {
      out += ".PP\n" + roff(example.what) + ":\n.PP\n.RS 4\n.EX\n" + roff(example.command) +
             "\n.EE\n.RE\n";
    }
  }
}

template <std::size_t count>
void append_table(std::string& out, std::string_view title,
                  const std::array<Entry, count>& entries) {
  out += ".SH " + std::string(title) + "\n";
  for (const Entry& entry : entries) {
    append_entry(out, bold(entry.first), entry.second);
  }
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

}  // namespace

std::string make_man_page(const Program& program) {
  const ProgramInfo& info = program.info;
  std::string out = ".TH " + roff(upper(info.name)) + R"( 1 "" "Dateline )" + roff(info.version) +
                    "\" \"Dateline Manual\"\n";
  out += ".SH NAME\n" + roff(info.name) + " \\- " + roff(info.summary) + "\n.SH SYNOPSIS\n";
  for (const Command& command : program.commands) {
    out += usage_of(program, command) + "\n.br\n";
  }
  out += ".SH DESCRIPTION\n" + roff(info.text) + "\n.SH COMMANDS\n";
  for (const Command& command : program.commands) {
    append_command(out, program, command);
  }
  out += ".SH OPTIONS\nThese belong to every command, and stand before or after its name.\n";
  append_options(out, describe_options(program.app));
  append_examples(out, program);
  append_table(out, "EXIT STATUS", exit_codes);
  append_table(out, "ENVIRONMENT", environment);
  append_table(out, "FILES", files);
  out += ".SH SEE ALSO\n" + bold(info.see_also) + "(1)\n";
  return out;
}

}  // namespace dateline

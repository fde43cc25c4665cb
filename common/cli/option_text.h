// What there is to say about an option, read back from where it was registered.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace dateline {

enum class ValueKind { None, Text, File, Folder };

struct OptionText {
  std::vector<std::string> names;  ///< "-o", "--output"; of an argument its one name, "TEXT"
  bool argument = false;           ///< given by its place, not by a name
  bool required = false;
  bool repeatable = false;
  ValueKind kind = ValueKind::None;
  std::string value;                 ///< "FILE"; empty for a flag
  std::vector<std::string> choices;  ///< the values to choose from, or empty
  std::string default_value;         ///< empty when there is none worth telling
  std::string description;           ///< a sentence without its full stop
};

/// The options and arguments of a program or command, in the order of registration. `--help`, which
/// all of them have, is told with the program only.
std::vector<OptionText> describe_options(const CLI::App& app);

/// "-o, --output FILE"
std::string option_heading(const OptionText& option);

/// "TEXT..." for usage lines, in brackets when it may be left out; for arguments only.
std::string argument_usage(const OptionText& argument);

/// The description with what there is to choose from and the default: "How to order the hits:
/// relevance, newest or oldest (default: relevance)".
std::string full_description(const OptionText& option);

/// "a, b and c", with that last word between.
std::string enumerate(const std::vector<std::string>& items, const std::string& last_word);

}  // namespace dateline

// Reads options back from CLI11.
#include "common/cli/option_text.h"

#include <CLI/CLI.hpp>

namespace dateline {

namespace {

/// CLI11 appends the descriptions of validators to the type: "ORDER:{newest,oldest}".
void split_type(const std::string& type, OptionText& option) {
  option.value = type.substr(0, type.find(':'));
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open != std::string::npos && close != std::string::npos) {
    option.choices = CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
  }
}

ValueKind kind_of(const std::string& value) {
  if (value == "FILE" || value == "PATH") {
    return ValueKind::File;
  }
  return value == "DIR" ? ValueKind::Folder : ValueKind::Text;
}

/// CLI11 writes lists as "[a,b]".
std::string plain_default(std::string text) {
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    text = text.substr(1, text.size() - 2);
  }
  return text == "\"\"" ? std::string{} : text;
}

OptionText describe_option(const CLI::Option& option) {
  OptionText text;
  text.argument = option.get_positional();
  text.required = option.get_required();
  text.description = option.get_description();
  for (const std::string& name : option.get_snames()) {
    text.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    text.names.push_back("--" + name);
  }
  if (text.argument) {
    text.names = {option.get_name(true)};
  }
  const bool takes_value = option.get_type_size_max() != 0 && option.get_expected_max() != 0;
  if (takes_value) {
    split_type(option.get_type_name(), text);
    text.kind = kind_of(text.value);
    text.repeatable = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    text.default_value = plain_default(option.get_default_str());
  }
  return text;
}

}  // namespace

std::vector<OptionText> describe_options(const CLI::App& app) {
  std::vector<OptionText> options;
  for (const CLI::Option* option : app.get_options()) {
    if (app.get_parent() != nullptr && option == app.get_help_ptr()) {
      continue;
    }
    options.push_back(describe_option(*option));
  }
  return options;
}

std::string option_heading(const OptionText& option) {
  std::string heading = CLI::detail::join(option.names, ", ");
  if (!option.argument && !option.value.empty()) {
    heading += " " + option.value;
  }
  return heading;
}

std::string argument_usage(const OptionText& argument) {
  const std::string name = argument.names.front() + (argument.repeatable ? "..." : "");
  return argument.required ? name : "[" + name + "]";
}

std::string full_description(const OptionText& option) {
  std::string text = option.description;
  if (!option.choices.empty()) {
    text += ": " + enumerate(option.choices, "or");
  }
  if (option.repeatable && !option.argument) {
    text += "; may be given several times";
  }
  if (!option.default_value.empty()) {
    text += " (default: " + option.default_value + ")";
  }
  return text;
}

std::string enumerate(const std::vector<std::string>& items, const std::string& last_word) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      text += i + 1 == items.size() ? " " + last_word + " " : ", ";
    }
    text += items[i];
  }
  return text;
}

}  // namespace dateline

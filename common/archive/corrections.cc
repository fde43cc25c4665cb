// Reading corrections line by line: "ACTION TYPE: NAME = NAME ...".
#include "common/archive/corrections.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "common/ascii.h"
#include "common/field.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// An action as it is written, and how many names it takes.
struct Action {
  std::string_view word;
  Correction::Kind kind;
  std::size_t min_names;
  std::size_t max_names;
  std::string_view usage;
};

constexpr std::size_t any_number = SIZE_MAX;
constexpr std::array actions = {
    Action{"merge", Correction::Kind::Merge, 2, any_number, "merge person: NAME = NAME"},
    Action{"split", Correction::Kind::Split, 1, any_number, "split person: NAME"},
    Action{"rename", Correction::Kind::Merge, 2, 2, "rename person: OLD NAME = NEW NAME"},
    Action{"retype", Correction::Kind::Retype, 2, 2, "retype person: NAME = organization"},
    Action{"hide", Correction::Kind::Hide, 1, 1, "hide person: NAME"},
};

/// A word or name as it stands in a message; nobody needs more of it to find the place.
std::string in_quotes(std::string_view text) {
  constexpr std::size_t max_said = 60;
  const std::string_view said = cut_at_character(text, max_said);
  return "\"" + std::string(said) + (said.size() < text.size() ? "…\"" : "\"");
}

std::string single_spaced(std::string_view text) {
  std::string words;
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      words += c;
    } else if (!words.ends_with(' ')) {
      words += ' ';
    }
  }
  return words;
}

/// Where the name at the front ends: at the next "=", or for a name in quotation marks at the "="
/// behind them. Nothing when the marks are never closed.
std::optional<std::size_t> end_of_name(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  std::size_t from = 0;
  if (first != std::string_view::npos && text[first] == '"') {
    const std::size_t closing = text.find('"', first + 1);
    if (closing == std::string_view::npos) {
      return std::nullopt;
    }
    from = closing;
  }
  return std::min(text.find('=', from), text.size());
}

/// One line on its way to a correction; the first complaint ends it.
class LineReader {
 public:
  std::optional<Correction> read(std::string_view line) {
    if (!is_plain(line)) {
      return refuse("the line is not plain text; save the file as UTF-8");
    }
    const std::size_t colon = line.find(':');
    const std::string head = single_spaced(line.substr(0, colon));
    const std::size_t space = head.find(' ');
    const std::string word = head.substr(0, space);
    const auto* const action = std::ranges::find_if(
        actions, [&](const Action& a) { return equal_ignoring_case(a.word, word); });
    if (action == actions.end()) {
      return refuse("there is no action " + in_quotes(word) +
                    "; write merge, split, rename, retype or hide");
    }
    const std::string usage = "; write it as in " + in_quotes(action->usage);
    if (colon == std::string_view::npos || space == std::string::npos) {
      return refuse("the type or the colon after it is missing" + usage);
    }
    Correction correction;
    correction.kind = action->kind;
    if (!read_type(head.substr(space + 1), correction.type) ||
        !read_names(line.substr(colon + 1), correction.names)) {
      return std::nullopt;
    }
    if (correction.names.size() < action->min_names ||
        correction.names.size() > action->max_names) {
      return refuse("the action " + std::string(action->word) + " takes " + wanted(*action) +
                    usage);
    }
    if (action->word == "rename") {
      std::swap(correction.names.front(), correction.names.back());
    }
    if (action->kind == Correction::Kind::Retype && !read_new_type(correction)) {
      return std::nullopt;
    }
    return correction;
  }

  std::string complaint;

 private:
  std::nullopt_t refuse(std::string message) {
    complaint = std::move(message);
    return std::nullopt;
  }

  static bool is_plain(std::string_view line) {
    const auto is_control = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte < 0x20 && c != '\t') || byte == 0x7F;
    };
    return std::ranges::none_of(line, is_control) && is_valid_utf8(line);
  }

  static std::string wanted(const Action& action) {
    if (action.max_names == 1) {
      return "one name";
    }
    if (action.kind == Correction::Kind::Retype) {
      return "a name and its new type";
    }
    return action.max_names == 2 ? "two names" : "two names or more";
  }

  bool read_type(const std::string& word, NameType& type) {
    const Field* const field = find_field(word);
    if (field == nullptr || !field->name_type) {
      refuse("there is no type " + in_quotes(word) +
             "; write person, organization, location or source");
      return false;
    }
    type = *field->name_type;
    return true;
  }

  bool read_names(std::string_view text, std::vector<std::string>& names) {
    while (true) {
      const std::optional<std::size_t> end = end_of_name(text);
      if (!end) {
        refuse("a quotation mark is never closed; close it at the end of the name");
        return false;
      }
      std::string name = single_spaced(text.substr(0, *end));
      if (name.size() > 1 && name.front() == '"' && name.back() == '"') {
        name = single_spaced(std::string_view(name).substr(1, name.size() - 2));
      }
      if (name.empty()) {
        refuse("a name is missing; write one after the colon and on both sides of every \"=\"");
        return false;
      }
      if (name.size() > max_name_bytes) {
        refuse("the name " + in_quotes(name) +
               " is too long; no name in an archive has more than " +
               std::to_string(max_name_bytes) + " bytes");
        return false;
      }
      names.push_back(std::move(name));
      if (*end == text.size()) {
        return true;
      }
      text.remove_prefix(*end + 1);
    }
  }

  bool read_new_type(Correction& correction) {
    if (!read_type(correction.names.back(), correction.new_type)) {
      return false;
    }
    if (correction.type == NameType::Source || correction.new_type == NameType::Source) {
      refuse("what is an outlet is told by the articles; retype people, organizations and places");
      return false;
    }
    correction.names.pop_back();
    return true;
  }
};

void note_problem(Corrections& corrections, std::size_t line, std::string message) {
  if (corrections.problem_count++ < max_told_problems) {
    corrections.problems.push_back({line, std::move(message)});
  }
}

}  // namespace

Corrections parse_corrections(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  Corrections corrections;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') {
      continue;
    }
    LineReader reader;
    if (std::optional<Correction> correction = reader.read(line)) {
      corrections.lines.push_back(std::move(*correction));
    } else {
      note_problem(corrections, number, std::move(reader.complaint));
    }
  }
  return corrections;
}

std::string to_line(const Correction& correction) {
  const auto* const action = std::ranges::find(actions, correction.kind, &Action::kind);
  std::string line =
      std::string(action->word) + " " + std::string(to_string(correction.type)) + ":";
  for (const std::string& name : correction.names) {
    const bool needs_marks = name.starts_with('"') || name.find('=') != std::string::npos;
    line += &name == correction.names.data() ? " " : " = ";
    line += needs_marks ? "\"" + name + "\"" : name;
  }
  if (correction.kind == Correction::Kind::Retype) {
    line += " = " + std::string(to_string(correction.new_type));
  }
  return line;
}

Corrections read_corrections(const std::filesystem::path& file) {
  Corrections corrections;
  std::error_code failure;
  const auto status = std::filesystem::status(file, failure);
  if (status.type() == std::filesystem::file_type::not_found) {
    return corrections;
  }
  std::ifstream stream;
  // A pipe would be waited for.
  if (std::filesystem::is_regular_file(status)) {
    stream.open(file, std::ios::binary);
  }
  if (!stream.is_open()) {
    note_problem(corrections, 0, "cannot be read; make it a plain file that you may read");
    return corrections;
  }
  const std::uintmax_t bytes = std::filesystem::file_size(file, failure);
  std::string text(failure ? 0 : std::min<std::uintmax_t>(bytes, max_corrections_bytes + 1), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  const bool is_cut = text.size() > max_corrections_bytes;
  if (is_cut) {
    text.resize(text.rfind('\n') + 1);  // nothing, where there is no line at all
  }
  corrections = parse_corrections(text);
  if (is_cut) {
    note_problem(corrections, 0,
                 "has more than " + std::to_string(max_corrections_bytes >> 20) +
                     " MB; what lies behind them is left out, make it shorter");
  }
  return corrections;
}

std::string_view new_corrections_text() {
  return R"(# Corrections to the people, organizations and places of this archive. Write yours below; they hold
# from the next command on, without indexing anything again. dateline-search entities lists the names,
# and with --look-alikes the lines for this file that may be worth a decision.
#
# A line is an action, a type (person, organization, location, source) and names:
#
#   merge person: Guillaume Ngefa-Atondoko Andali = Ngefa Andali = Andali
#       all of them are one, shown by the first name
#   split organization: Wagner
#       this name is an entity of its own again; "split person: A = B" makes the two one entity
#   rename organization: Wagner = PMC Wagner
#       shown by the new name; the old one still finds it
#   retype person: Kisal = organization
#       counted there, together with an organization of that name
#   hide organization: Twitter
#       shown and counted nowhere; the words still find the articles
#
# Lines hold from top to bottom, each for what those above have made. A name that holds "=" stands
# in "quotation marks". Names that no article has (yet) are no error.
)";
}

}  // namespace dateline

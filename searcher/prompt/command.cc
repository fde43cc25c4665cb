// Reads the lines of a session.
#include "searcher/prompt/command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/cli/terminal.h"
#include "searcher/query/word_pattern.h"

namespace dateline {

namespace {

constexpr std::array commands = {
    CommandEntry{Verb::Must, "must", 'm'},         CommandEntry{Verb::Not, "not", 0},
    CommandEntry{Verb::And, "and", 'a'},           CommandEntry{Verb::Widen, "widen", 'w'},
    CommandEntry{Verb::Back, "back", 'b'},         CommandEntry{Verb::Forward, "forward", 'f'},
    CommandEntry{Verb::Sort, "sort", 's'},         CommandEntry{Verb::Next, "next", 'n'},
    CommandEntry{Verb::Previous, "previous", 'p'}, CommandEntry{Verb::Open, "open", 'o'},
    CommandEntry{Verb::Similar, "similar", 0},     CommandEntry{Verb::Explain, "explain", 'e'},
    CommandEntry{Verb::Facet, "facet", 0},         CommandEntry{Verb::CommandLine, "command", 'c'},
    CommandEntry{Verb::Help, "help", 'h'},         CommandEntry{Verb::Quit, "quit", 'q'},
};

constexpr std::array orders = {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest};

constexpr std::string_view see_help = "/help shows what can be typed";

std::string_view trim(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (text = trim(text); !text.empty();) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    words.push_back(text.substr(0, end));
    text = trim(text.substr(end));
  }
  return words;
}

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = problem == std::errc{} && end == text.data() + text.size() && number > 0;
  return whole ? std::optional(number) : std::nullopt;
}

std::vector<const CommandEntry*> commands_that_begin(std::string_view name) {
  std::vector<const CommandEntry*> found;
  for (const CommandEntry& entry : commands) {
    if (entry.name == name || (name.size() == 1 && entry.letter == name.front())) {
      return {&entry};
    }
    if (entry.name.starts_with(name)) {
      found.push_back(&entry);
    }
  }
  return found;
}

ParsedLine problem(std::string message, std::string_view hint) {
  return {{}, PromptProblem{std::move(message), std::string(hint)}};
}

/// Names of commands for a hint: "/next or /not".
template <typename Entries>
std::string enumerate_commands(const Entries& entries) {
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    text += i == 0 ? "" : i + 1 == entries.size() ? " or " : ", ";
    text.append("/").append(entries[i]->name);
  }
  return text;
}

ParsedLine unknown_command(std::string_view name) {
  constexpr std::size_t max_edits = 2;
  std::vector<const CommandEntry*> near;
  std::size_t fewest = max_edits;
  for (const CommandEntry& entry : commands) {
    const std::size_t edits = count_edits(name, entry.name, max_edits);
    if (edits < fewest) {
      near.clear();
    }
    if (edits <= fewest) {
      fewest = edits;
      near.push_back(&entry);
    }
  }
  const std::string hint =
      near.empty() ? std::string(see_help)
                   : "did you mean " + enumerate_commands(near) + "? " + std::string(see_help);
  return problem("there is no command /" + make_printable(name), hint);
}

/// The labels that `words` are; a problem when one is none.
ParsedLine with_labels(Verb verb, const std::vector<std::string_view>& words) {
  ParsedLine line{{.verb = verb}, {}};
  for (const std::string_view word : words) {
    const std::optional<FacetLabel> label = parse_facet_label(word);
    if (!label) {
      return problem("\"" + make_printable(word) + "\" is not the label of a value, such as p1",
                     "labels stand before the values below the hits");
    }
    line.command.values.push_back(*label);
  }
  if (words.empty()) {
    return problem("say which value, by its label, such as p1",
                   "labels stand before the values below the hits");
  }
  return line;
}

ParsedLine read_widen(const std::vector<std::string_view>& words) {
  ParsedLine line{{.verb = Verb::Widen}, {}};
  if (words.empty()) {
    return line;
  }
  if (words.size() == 1 && words.front() == "all") {
    line.command.all = true;
    return line;
  }
  if (words.size() == 1 && !parse_facet_label(words.front())) {
    line.command.facet = find_facet_kind(words.front());
    if (line.command.facet) {
      return line;
    }
  }
  return with_labels(Verb::Widen, words);
}

ParsedLine read_sort(std::string_view text) {
  for (const SortOrder order : orders) {
    if (!text.empty() && to_string(order).starts_with(text)) {
      return {{.verb = Verb::Sort, .order = order}, {}};
    }
  }
  return problem("the orders are relevance, newest and oldest", "write, for example, /sort newest");
}

ParsedLine read_rank(Verb verb, std::string_view name, std::string_view text) {
  const std::optional<std::size_t> rank = read_number(text);
  if (!rank) {
    return problem("/" + std::string(name) + " needs the number of a hit",
                   "write, for example, /" + std::string(name) + " 1");
  }
  return {{.verb = verb, .rank = *rank}, {}};
}

ParsedLine read_facet(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  const std::optional<FacetKind> facet = find_facet_kind(text.substr(0, end));
  if (!facet) {
    return problem("the facets are person, organization, location, source, date and mentioned",
                   "write, for example, /facet person, or /facet person wagn");
  }
  return {{.verb = Verb::Facet, .text = std::string(trim(text.substr(end))), .facet = facet}, {}};
}

ParsedLine with_arguments(const CommandEntry& entry, std::string_view rest) {
  switch (entry.verb) {
    case Verb::Must:
    case Verb::Not: return with_labels(entry.verb, split(rest));
    case Verb::And:
      if (rest.empty()) {
        return problem("/and needs words", "write, for example, /and gold");
      }
      return {{.verb = Verb::And, .text = std::string(rest)}, {}};
    case Verb::Widen: return read_widen(split(rest));
    case Verb::Sort: return read_sort(rest);
    case Verb::Open:
    case Verb::Similar: return read_rank(entry.verb, entry.name, rest);
    case Verb::Explain:
      return rest.empty() ? ParsedLine{{.verb = Verb::Explain}, {}}
                          : read_rank(entry.verb, entry.name, rest);
    case Verb::Facet: return read_facet(rest);
    default: break;
  }
  if (!rest.empty()) {
    return problem("/" + std::string(entry.name) + " takes nothing after it", see_help);
  }
  return {{.verb = entry.verb}, {}};
}

/// "/3" opens a hit, "/1 person" is a value.
ParsedLine read_numbered(std::size_t number, std::string_view rest) {
  if (rest.empty()) {
    return {{.verb = Verb::Open, .rank = number}, {}};
  }
  const std::optional<FacetKind> facet = find_facet_kind(rest);
  if (!facet) {
    return problem("there is no facet \"" + make_printable(rest) + "\"",
                   "write, for example, /1 person for the first person, or /1 for the first hit");
  }
  return {{.verb = Verb::Narrow, .values = {{*facet, number}}}, {}};
}

}  // namespace

ParsedLine parse_prompt_line(std::string_view line) {
  line = trim(line);
  if (line.empty()) {
    return {};
  }
  if (!line.starts_with('/')) {
    return {{.verb = Verb::Query, .text = std::string(line)}, {}};
  }
  line.remove_prefix(1);
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view name = line.substr(0, end);
  const std::string_view rest = trim(line.substr(end));
  if (name.empty()) {
    return problem("a command follows \"/\" directly", see_help);
  }
  if (parse_facet_label(name)) {
    return with_labels(Verb::Narrow, split(line));
  }
  if (const std::optional<std::size_t> number = read_number(name)) {
    return read_numbered(*number, rest);
  }
  const std::vector<const CommandEntry*> found = commands_that_begin(name);
  if (found.empty()) {
    return unknown_command(name);
  }
  if (found.size() > 1) {
    return problem("/" + std::string(name) + " may be " + enumerate_commands(found), see_help);
  }
  return with_arguments(*found.front(), rest);
}

std::span<const CommandEntry> all_prompt_commands() {
  return commands;
}

std::string_view to_string(SortOrder order) {
  constexpr std::array<std::string_view, orders.size()> words = {"relevance", "newest", "oldest"};
  return words.at(static_cast<std::size_t>(order));
}

std::optional<FacetKind> find_facet_kind(std::string_view text) {
  const auto begins = [text](FacetKind kind) { return to_string(kind).starts_with(text); };
  const auto* const found = std::ranges::find_if(all_facets, begins);
  return text.empty() || found == all_facets.end() ? std::nullopt : std::optional(*found);
}

std::string_view prompt_help() {
  return R"(Words and Enter: a new search. "a phrase", this OR that, -without, title:oil,
person:"Assimi Goita", date:2023-01..2023-03 narrow it. Tab completes words and
names, the arrow keys bring back lines. docs/query-language.md tells all.

/p1             only articles with the value p1; /p1 o2 with both, and a further
                value of the same facet is another choice. Also: /1 person
/must p1 p2     only articles with each of these values
/not p1         leave out the articles with p1
/and WORDS      only articles with these words too
/widen          undo the last of these; /widen p1, /widen person, /widen all
/back /forward  the search before this one, and the one after it
/sort newest    or oldest, or relevance
/next /previous other hits of the same search;  /open 3, or /3: read hit 3
/similar 3      articles like hit 3
/explain 3      why it is a hit; /explain: what each word became
/facet person   more values of a facet; /facet person wag: those with "wag"
/command        this search as a command line to paste
/quit           leave, as Ctrl-D does; Ctrl-C stops only what is going on

A command may be shortened: /n /p /b /f /w /o 3 /s old /sim 3 /fac per
)";
}

}  // namespace dateline

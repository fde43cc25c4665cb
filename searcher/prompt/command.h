// What a line typed at the prompt asks for: a query, or a command, which begins with "/".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/request.h"
#include "searcher/render/facet_label.h"

namespace dateline {

enum class Verb {
  Nothing,  ///< an empty line
  Query,
  Narrow,  ///< to values: "/p1"
  Must,
  Not,
  And,
  Widen,
  Back,
  Forward,
  Sort,
  Next,
  Previous,
  Open,
  Similar,
  Explain,
  Facet,
  CommandLine,
  Help,
  Quit,
};

/// A line, understood. Which members mean something depends on the verb.
struct PromptCommand {
  Verb verb = Verb::Nothing;
  std::string text{};                      ///< of Query, And; what to look for in a Facet
  std::vector<FacetLabel> values{};        ///< of Narrow, Must, Not, Widen
  std::optional<FacetKind> facet{};        ///< of Facet, Widen
  bool all = false;                        ///< of Widen: everything
  std::size_t rank = 0;                    ///< of Open, Similar, Explain: a hit; 0: none
  SortOrder order = SortOrder::Relevance;  ///< of Sort
};

/// Why a line cannot be obeyed.
struct PromptProblem {
  std::string message;  ///< a sentence without its full stop
  std::string hint{};
};

struct ParsedLine {
  PromptCommand command{};
  std::optional<PromptProblem> problem{};
};

/// Reads a line. Any text that does not begin with "/" is a query; white space around it goes.
ParsedLine parse_prompt_line(std::string_view line);

/// A command as it is told of in the help.
struct CommandEntry {
  Verb verb = Verb::Nothing;
  std::string_view name;
  char letter = 0;  ///< by which it may be called too; 0: none
};

/// All commands that have a name, in the order of the help.
std::span<const CommandEntry> all_prompt_commands();

/// The words for orders: "relevance", "newest", "oldest".
std::string_view to_string(SortOrder order);

/// The facet of that name, or of a beginning that no other has.
std::optional<FacetKind> find_facet_kind(std::string_view text);

/// The help: what can be typed, on one screen of 24 lines and 80 columns.
std::string_view prompt_help();

}  // namespace dateline
